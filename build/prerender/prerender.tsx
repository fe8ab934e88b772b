import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { StaticRouter } from 'react-router-dom';
import { App } from '../../src/app/app';
import { pageAt } from '../../src/app/pages';
import { fingerprint } from '../../src/core/fingerprint';
import { parseRuleset } from '../../src/core/ruleset/parse';
import { rulesetQuery } from '../../src/features/ruleset/ruleset-query';
import { listPages, type PageInfo } from './list-pages';

/** A page as the build writes it. */
export type DrawnPage = PageInfo & {
  /** As the browser's tab shows it. */
  title: string;
  /** What stands in the root element. */
  markup: string;
  /** The name of its code's file in src/pages, if that is not part of the app's own. */
  file: string | undefined;
};

/** All that the build makes of a dataset. */
export type DrawnSite = {
  /** The dataset with nothing left out, as text. */
  ruleset: string;
  /** That text's fingerprint. */
  edition: string;
  pages: DrawnPage[];
  /** The frame of all pages, with nothing in it yet. */
  shell: DrawnPage;
};

/** Takes a dataset as parsed JSON and draws the app's pages. Throws if the dataset is not valid or a page can't be drawn. */
export async function drawSite(json: object): Promise<DrawnSite> {
  const ruleset = parseRuleset(json);
  const text = JSON.stringify({ ...json, ...ruleset }, null, 1);
  const edition = fingerprint(text);
  const queryClient = new QueryClient();
  queryClient.setQueryData(rulesetQuery.queryKey, { ...ruleset, edition });
  const pages: DrawnPage[] = [];
  for (const info of listPages(ruleset)) pages.push(await draw(info, queryClient));
  const shell = await draw(
    {
      path: '/shell',
      draws: '/errors/-',
      description: '',
      picture: { label: '', title: '', text: '' },
      listed: false,
      fixed: false,
    },
    new QueryClient(),
  );
  return { ruleset: text, edition, pages, shell };
}

async function draw(info: PageInfo, queryClient: QueryClient): Promise<DrawnPage> {
  const path = info.draws ?? info.path;
  const page = pageAt(path);
  await page?.load();
  const base = import.meta.env.BASE_URL;
  const { prelude } = await prerenderToNodeStream(
    <StrictMode>
      <StaticRouter basename={base} location={base.slice(0, -1) + path}>
        <App queryClient={queryClient} takesOver />
      </StaticRouter>
    </StrictMode>,
    {
      // Else a large page comes in pieces that an inline script puts together.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onError: (error) => {
        throw error;
      },
    },
  );
  let markup = '';
  for await (const chunk of prelude) markup += chunk;
  // React puts the title before all else, where the page has no head of its own.
  const [whole, title = ''] = /<title>([^<]*)<\/title>/.exec(markup) ?? [''];
  return { ...info, title, markup: markup.replace(whole, ''), file: page?.file };
}
