import { dropUnknown, PLACEHOLDER, type Values } from './values';

/**
 * Takes a dataset's prose and values; returns it as Markdown with each {name} replaced by its value, as inline code with runs of
 * white space as one space, or as `show` writes it. A {name} without a value is left out.
 */
export function fillProse(prose: string, values: Values, show = inlineCode): string {
  return dropUnknown(prose, values).replace(PLACEHOLDER, (_, name: string) => show(values.get(name) ?? ''));
}

/** Takes lines and returns them as a list, indented by `indent`. */
export function bullets(items: readonly string[], indent = ''): string {
  return items.map((item) => `${indent}- ${item}`).join('\n');
}

/** Takes parts of a text and returns the text, with a blank line between them and a line break at its end. */
export function inBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

/** Takes any text and the name of its language; returns it as a fenced code block. */
export function fence(text: string, language = ''): string {
  const ticks = ticksAround(text, 3);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** At least `min` backticks, and more than any run in the text. */
function ticksAround(text: string, min: number): string {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length + 1);
  return '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run), min));
}

function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const ticks = ticksAround(line, 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}
