import { readFile } from 'node:fs/promises';
import { type CSSProperties, createElement, type ReactNode } from 'react';
import satori from 'satori';
import { readFonts } from './picture-fonts.ts';
import { startRenderer, toPng } from './picture-png.ts';
import { pictureSize } from './picture-size.ts';
import { createTextFitting, paragraph, type Setting } from './picture-text.ts';

export interface PictureContent {
  /** What kind of page it is: one line. */
  label: string;
  title: string;
  /** Ends with an ellipsis where the room under the title does. */
  text: string;
}

/** Draws a picture as a PNG. The same content gives the same bytes. */
export type DrawPicture = (content: PictureContent) => Promise<Uint8Array>;

const margin = 64;
const gap = 18;
const bodyPadding = { top: 60, bottom: 24 };
const footerHeight = 104;
const labelSetting: Setting = { fontSize: 34, lineHeight: 42 };
const textSetting: Setting = { fontSize: 40, lineHeight: 54 };
/** What title and text share; a title leaves two lines of text at least. */
const room =
  pictureSize.height -
  footerHeight -
  bodyPadding.top -
  bodyPadding.bottom -
  labelSetting.lineHeight -
  2 * gap;
const titleRoom = room - 2 * textSetting.lineHeight;
const titleOfSize = (fontSize: number): Setting => ({
  fontSize,
  lineHeight: Math.round(fontSize * 1.12),
  fontWeight: 700,
});
/** Smaller could not be read in a thumbnail 300 pixels wide. */
const smallestTitle = titleOfSize(56);
const titleSettings = [titleOfSize(88), titleOfSize(76), titleOfSize(66), smallestTitle];

/** No picture holds more; text of any length must not cost time. */
const longestText = 1000;

/** Reads once what all pictures share. */
export async function createPictures(): Promise<DrawPicture> {
  const [fonts, colours, icon] = await Promise.all([
    readFonts(),
    readLightColours(),
    readFile(new URL('../../public/icon.svg', import.meta.url), 'base64'),
    startRenderer(),
  ]);
  const fitting = createTextFitting(pictureSize.width - 2 * margin, fonts);

  /** The largest setting in which the whole title fits, or else what fits in the smallest. */
  async function setTitle(title: string) {
    for (const setting of titleSettings) {
      const lines = await fitting.lines(title, setting);
      if (lines * setting.lineHeight <= titleRoom) {
        return { title, setting, lines };
      }
    }
    const lines = Math.floor(titleRoom / smallestTitle.lineHeight);
    return {
      title: await fitting.fit(title, smallestTitle, lines),
      setting: smallestTitle,
      lines,
    };
  }

  async function drawBody(content: PictureContent) {
    const { title, setting, lines } = await setTitle(content.title);
    const textLines = Math.floor((room - lines * setting.lineHeight) / textSetting.lineHeight);
    return box(
      { flexDirection: 'column', flexGrow: 1, gap, padding: `${bodyPadding.top}px ${margin}px 0` },
      paragraph(await fitting.fit(content.label, labelSetting, 1), labelSetting, {
        lineClamp: 1,
        color: colours.muted,
      }),
      paragraph(title, setting, { lineClamp: lines }),
      paragraph(await fitting.fit(content.text, textSetting, textLines), textSetting, {
        lineClamp: textLines,
      }),
    );
  }

  const footer = box(
    {
      alignItems: 'center',
      gap,
      height: footerHeight,
      padding: `0 ${margin}px`,
      backgroundColor: colours.canvas,
      borderTop: `2px solid ${colours.line}`,
    },
    createElement('img', { src: `data:image/svg+xml;base64,${icon}`, width: 56, height: 56 }),
    paragraph('ITSMC troubleshooter', { ...labelSetting, fontWeight: 700 }),
  );

  return async ({ label, title, text }) => {
    const body = await drawBody({
      label: plain(label),
      title: plain(title),
      text: plain(text),
    });
    const page = box(
      {
        ...pictureSize,
        flexDirection: 'column',
        backgroundColor: colours.surface,
        color: colours.text,
      },
      body,
      footer,
    );
    return toPng(await satori(page, { ...pictureSize, fonts }));
  };
}

function box(style: CSSProperties, ...children: ReactNode[]) {
  return createElement(
    'div',
    { style: { display: 'flex', boxSizing: 'border-box', ...style } },
    ...children,
  );
}

/** In one line, and no longer than a picture can use. */
function plain(text: string): string {
  return text.slice(0, longestText).replace(/\s+/g, ' ').trim();
}

/** The app's own colours; the first value of each is the light one. */
async function readLightColours() {
  const tokens = await readFile(
    new URL('../../src/components/tokens.css', import.meta.url),
    'utf8',
  );
  const colour = (name: string) => {
    const value = tokens.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1];
    if (!value) {
      throw new Error(`src/components/tokens.css gives no colour --${name}.`);
    }
    return value;
  };
  return {
    canvas: colour('canvas'),
    surface: colour('surface'),
    text: colour('text'),
    muted: colour('muted'),
    line: colour('line'),
  };
}
