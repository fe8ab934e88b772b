import { text } from 'node:stream/consumers';
import dataset from 'virtual:dataset';
import { StrictMode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { StaticRouter } from 'react-router-dom';
import { App } from '../../src/app/app';
import { pageAt } from '../../src/app/pages';
import { feedOf } from './feed';
import { listPages, type PageInfo } from './list-pages';

/** A page as the build writes it. */
export type RenderedPage = PageInfo & {
  /** The title for the browser's tab, as HTML. */
  title: string;
  /** The content of the root element. */
  markup: string;
  /** The name of the file in src/pages whose code it needs, unless that is part of the app's own. */
  file: string | undefined;
};

/** Renders every page of the bundled dataset. Throws if one fails. */
export function renderPages(): Promise<RenderedPage[]> {
  return Promise.all(listPages(dataset).map(renderPage));
}

/** What the bundled dataset says of the app. */
export const { product } = dataset;

/** The feed of the bundled dataset's changes; `url` is the app's public address. */
export const renderFeed = (url: string): string => feedOf(dataset, url);

async function renderPage(info: PageInfo): Promise<RenderedPage> {
  const path = info.address ?? info.path;
  const page = pageAt(path);
  await page?.load();
  const base = import.meta.env.BASE_URL;
  const app = (
    <StrictMode>
      <StaticRouter basename={base} location={base.slice(0, -1) + path}>
        <App />
      </StaticRouter>
    </StrictMode>
  );
  const { prelude } = await prerenderToNodeStream(app, {
    // Otherwise a large page is sent in pieces, which an inline script would put together.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  const markup = await text(prelude);
  // React puts the title first, since the rendered part of the page has no head.
  const [element, title = ''] = /<title>([^<]*)<\/title>/.exec(markup) ?? [''];
  return { ...info, title, markup: markup.replace(element, ''), file: page?.file };
}
