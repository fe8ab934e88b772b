import { valueLabel } from './value-label';
import { PLACEHOLDER, type Values } from './values';

/**
 * Takes a dataset's prose, which is Markdown already, and values; returns it with each {name} replaced: by its value
 * as inline code, so that it stays the characters it is, or by what it is called, in italics. Line breaks and other
 * runs of white space within a value become one space.
 */
export function fillProse(prose: string, values: Values): string {
  return prose.replace(PLACEHOLDER, (_, name: string) => {
    const value = values.get(name);
    return value ? inlineCode(value) : `_${valueLabel(name)}_`;
  });
}

/** Takes a text and the name of its language, if it has one; returns it as a fenced block of code, whatever it holds. */
export function fence(text: string, language = ''): string {
  const ticks = ticksAround(text, 3);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** At least so many backticks, and more than any run within the text: they may stand around it. */
function ticksAround(text: string, least: number): string {
  let most = 0;
  for (const { length } of text.match(/`+/g) ?? []) most = Math.max(most, length);
  return '`'.repeat(Math.max(least, most + (most > 0 ? 1 : 0)));
}

function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const ticks = ticksAround(line, 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}
