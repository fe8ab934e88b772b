import { parseSignature } from '../../core/diagnosis/signature';
import { fence, fillProse } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Resolution } from '../../core/ruleset/schema';
import { valueLabel } from '../../core/ruleset/value-label';
import type { Values } from '../../core/ruleset/values';
import { fillSnippet } from '../../core/snippet/fill';
import { longDate } from '../../lib/long-date';
import { type TickableStep, tickableSteps } from '../../lib/ticks';
import type { CardState } from './card-context';
import { snippetNames, snippetValues } from './filled-values';
import type { Shared } from './use-shared';

/** How the parts of a text are written. */
type Style = {
  heading: string;
  strong: (text: string) => string;
  prose: (text: string, values: Values) => string;
  /** A message or a query, which has lines of its own. */
  block: (text: string) => string;
  boxes: readonly [open: string, done: string];
  address: (url: string) => string;
};

/** Reads well in a ticket's work notes, which show no markup. */
const PLAIN: Style = {
  heading: '',
  strong: (text) => text,
  prose: (text, values) => fillProse(proseText(text), values, oneLine),
  block: (text) => text,
  boxes: ['[ ]', '[x]'],
  address: (url) => url,
};

const MARKDOWN: Style = {
  heading: '## ',
  strong: (text) => `**${text}**`,
  prose: fillProse,
  block: (text) => `\n${fence(text)}`,
  boxes: ['- [ ]', '- [x]'],
  address: (url) => `<${url}>`,
};

/** The card as plain text, for a ticket. */
export const ticketText = (card: CardState, shared: Shared): string => withoutTags(cardText(card, shared, PLAIN));

/** The card as Markdown, for a chat or a wiki. */
export const markdownText = (card: CardState, shared: Shared): string => cardText(card, shared, MARKDOWN);

/** What the card says and what is done of it, the queries, and where it stands. */
function cardText(card: CardState, shared: Shared, style: Style): string {
  const { rule, ruleset, likely } = card;
  const { values, link } = shared;
  const causes = likely ? [likely] : rule.causes;
  const cause = causes.map(({ text }) => style.prose(text, values));
  const source = ruleset.sources.find(({ id }) => id === rule.source?.page);
  const date = source?.date ? [longDate(source.date)] : [];
  const { open, others } = sharedResolutions(card);
  const way = ({ title, when = '' }: (typeof open)[number], lead = '') =>
    style.strong(lead + title) + (when && ` (${style.prose(when, values).replace(/^If /, 'if ')})`);
  return [
    style.heading + rule.title,
    ...messageLines(card, values, style),
    '',
    ...(cause.length > 1
      ? [style.strong('Possible causes:'), '', ...cause.map((text) => `- ${text}`)]
      : [`${style.strong('Cause:')} ${cause}`]),
    ...open.flatMap((resolution) => [
      '',
      way(resolution, 'What to do: '),
      '',
      ...stepLines(card, tickableSteps(resolution, ruleset), values, style),
    ]),
    ...(others.length > 0 ? ['', style.strong('Other ways:'), '', ...others.map((other) => `- ${way(other)}`)] : []),
    ...snippetLines(card, stepsOf(card, open), shared, style),
    '',
    `Card: ${style.address(link)}`,
    ...(source ? [`Source: ${[source.title, ...date, style.address(source.url)].join(', ')}`] : []),
    '',
  ].join('\n');
}

/** What the people on one side need to go on: what it is about, what is done, what is left for them. Plain text. */
export function restText(card: CardState, shared: Shared, side: string): string {
  const { values, hidden, link } = shared;
  const list: Style = { ...PLAIN, boxes: ['-', '-'] };
  const items = stepsOf(card, sharedResolutions(card).open);
  const done = pick(items, ({ key }) => card.ticks.has(key));
  const left = pick(items, (each) => each.side === side && !card.ticks.has(each.key));
  const lines = [
    `${card.rule.title}: what is left to do in ${side}`,
    ...messageLines(card, values, list),
    ...[...values].map(([name, value]) => `${valueLabel(name)}: ${oneLine(value)}`),
    ...(done.length > 0 ? ['', 'Done:', ...stepLines(card, done, values, list)] : []),
    '',
    `Left to do in ${side}:`,
    ...(left.length > 0 ? stepLines(card, left, values, list) : ['Nothing.']),
    ...snippetLines(card, left, shared, list),
    '',
    `Open it ${hidden.length < values.size ? 'with these values' : 'here'}, and tick what you do: ${link}`,
    '',
  ];
  return withoutTags(lines.join('\n'));
}

function stepsOf({ ruleset }: CardState, resolutions: readonly Resolution[]): TickableStep[] {
  return resolutions.flatMap((resolution) => tickableSteps(resolution, ruleset));
}

/** The way that is open and those on which something is done already; the other ways, unless the reader chose one. */
function sharedResolutions(card: CardState) {
  const { rule, fitting, others, ticks } = card;
  const chosen = fitting.length > 0 ? fitting : rule.resolutions.slice(0, 1);
  const keysOf = (resolutions: readonly Resolution[]) => stepsOf(card, resolutions).flatMap(({ counted }) => counted);
  const own = keysOf(chosen);
  const isBegun = (other: Resolution) => keysOf([other]).some((key) => ticks.has(key) && !own.includes(key));
  const open = rule.resolutions.filter((resolution) => chosen.includes(resolution) || isBegun(resolution));
  return { open, others: fitting.length > 0 ? [] : others.filter((other) => !open.includes(other)) };
}

/** The steps, or the parts of them, that a test accepts. */
function pick(items: readonly TickableStep[], accepts: (each: { key: string; side?: string | undefined }) => boolean) {
  return items.flatMap((item) => {
    const parts = item.parts.filter(accepts);
    const isIn = item.procedure ? parts.length > 0 : accepts({ key: item.key, side: item.step.side });
    return isIn ? [{ ...item, parts }] : [];
  });
}

function stepLines({ ticks }: CardState, items: readonly TickableStep[], values: Values, style: Style): string[] {
  const line = (keys: readonly string[], text: string) =>
    `${style.boxes[keys.every(ticks.has) ? 1 : 0]} ${style.prose(text, values)}`;
  return items.flatMap(({ step, parts, counted }) => [
    line(counted, step.text) + (step.side ? ` (${step.side})` : ''),
    ...parts.map(({ key, text }) => `    ${line([key], text)}`),
  ]);
}

/** The error's message with the values, or what the reader notices where there is none. */
function messageLines({ rule, signatures }: CardState, values: Values, style: Style): string[] {
  const messages = signatures.map((signature) =>
    parseSignature(signature).map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'alternatives') return part.options.join(' or ');
      return values.get(part.name) ?? `<${valueLabel(part.name)}>`;
    }),
  );
  return [
    ...(rule.symptom ? [style.prose(rule.symptom, values)] : []),
    ...messages.map((parts) => style.block(parts.join(''))),
  ];
}

/** The queries, commands and addresses of the steps. One that needs a hidden value would not work. */
function snippetLines(card: CardState, items: readonly TickableStep[], { values, hidden }: Shared, style: Style) {
  const filled = snippetValues(card.signatures, values);
  const snippets = card.ruleset.snippets.filter(({ id }) => items.some(({ step }) => step.snippet === id));
  return snippets.flatMap((snippet) => {
    const missing = snippetNames(snippet).filter((name) => hidden.includes(name));
    const labels = missing.map((name) => `“${valueLabel(name)}”`).join(' and ');
    const code = style.block(fillSnippet(snippet.code, snippet.language, filled));
    return ['', style.strong(`${snippet.title}:`), labels ? `(left out: it needs ${labels}, which is hidden)` : code];
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Some ticket systems take what stands between [code] and [/code] in a work note for HTML. */
const withoutTags = (text: string): string => text.replace(/\[(?=\s*\/?\s*code\s*\])/gi, '[ ');
