import { type CSSProperties, createElement } from 'react';
import satori, { type Font } from 'satori';

/** How a text is set; sizes in pixels. */
export interface Setting {
  fontSize: number;
  lineHeight: number;
  fontWeight?: 400 | 700;
}

export interface TextFitting {
  /** How many lines the text takes. */
  lines(text: string, setting: Setting): Promise<number>;
  /** The text, or as many of its whole words as fit in so many lines, with an ellipsis. */
  fit(text: string, setting: Setting, lines: number): Promise<string>;
}

/** A paragraph. Words longer than a line are broken, and so is a text of one such word. */
export function paragraph(text: string, setting: Setting, style?: CSSProperties) {
  return createElement(
    'div',
    {
      style: {
        display: 'block',
        overflowWrap: 'anywhere',
        ...setting,
        lineHeight: `${setting.lineHeight}px`,
        ...style,
      },
    },
    text,
  );
}

export function createTextFitting(width: number, fonts: Font[]): TextFitting {
  async function lines(text: string, setting: Setting): Promise<number> {
    let height = 0;
    await satori(paragraph(text, setting, { width }), {
      width,
      fonts,
      onNodeDetected: (node) => {
        height = Math.max(height, node.height);
      },
    });
    return Math.round(height / setting.lineHeight);
  }

  // The layout's own clamp cuts inside a word, so the number of words is searched for.
  async function fit(text: string, setting: Setting, most: number): Promise<string> {
    if ((await lines(text, setting)) <= most) {
      return text;
    }
    const words = text.split(' ');
    const cut = (count: number) =>
      `${words
        .slice(0, count)
        .join(' ')
        .replace(/[\s.,:;·]+$/, '')}…`;
    let fitting = 0;
    let tooMany = words.length;
    while (tooMany - fitting > 1) {
      const middle = Math.floor((fitting + tooMany) / 2);
      if ((await lines(cut(middle), setting)) <= most) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    // Not even the first word fits: what is drawn is clamped within it.
    return fitting === 0 ? text : cut(fitting);
  }

  return { lines, fit };
}
