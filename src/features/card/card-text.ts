import { parseSignature } from '../../core/diagnosis/signature';
import { fence, fillProse } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import { valueLabel } from '../../core/ruleset/value-label';
import { dropUnknown, PLACEHOLDER, type Values } from '../../core/ruleset/values';
import { fillSnippet } from '../../core/snippet/fill';
import { longDate } from '../../lib/long-date';
import { type TickableStep, tickableSteps } from '../../lib/ticks';
import type { CardState } from './card-context';
import { snippetNames, snippetValues } from './filled-values';
import type { Shared } from './use-shared';

/** How the parts of a text are written. */
type Style = {
  title: (text: string) => string;
  label: (text: string) => string;
  prose: (text: string, values: Values) => string;
  /** A message or a query, which has lines of its own. */
  block: (text: string) => string;
  box: (isDone: boolean) => string;
  address: (url: string) => string;
};

/** Reads well in a ticket's work notes, which show no markup. */
const PLAIN: Style = {
  title: (text) => text,
  label: (text) => text,
  prose: (text, values) =>
    dropUnknown(proseText(text), values).replace(PLACEHOLDER, (_, name: string) => oneLine(values.get(name) ?? '')),
  block: (text) => text,
  box: (isDone) => (isDone ? '[x]' : '[ ]'),
  address: (url) => url,
};

const MARKDOWN: Style = {
  title: (text) => `## ${text}`,
  label: (text) => `**${text}**`,
  prose: fillProse,
  block: (text) => `\n${fence(text)}`,
  box: (isDone) => (isDone ? '- [x]' : '- [ ]'),
  address: (url) => `<${url}>`,
};

/** {@link PLAIN} without boxes, where a heading says what is done. */
const LIST: Style = { ...PLAIN, box: () => '-' };

/** The card as plain text, for a ticket. */
export function ticketText(card: CardState, shared: Shared): string {
  return withoutTags(cardText(card, shared, PLAIN));
}

/** The card as Markdown, for a chat or a wiki. */
export function markdownText(card: CardState, shared: Shared): string {
  return cardText(card, shared, MARKDOWN);
}

/** The card as a text: what it is, why, what to do with what is done, the queries, and where this stands. */
function cardText(card: CardState, shared: Shared, style: Style): string {
  const { rule, ruleset, likely } = card;
  const { values, link } = shared;
  const causes = likely ? [likely] : rule.causes;
  const source = ruleset.sources.find(({ id }) => id === rule.source.page);
  const { open, others } = sharedResolutions(card);
  const items = open.flatMap((resolution) => tickableSteps(resolution, ruleset));
  return [
    style.title(rule.title),
    ...messageLines(card, values, style),
    '',
    ...(causes.length === 1
      ? [`${style.label('Cause:')} ${style.prose(causes[0]?.text ?? '', values)}`]
      : [style.label('Possible causes:'), '', ...causes.map(({ text }) => `- ${style.prose(text, values)}`)]),
    ...open.flatMap((resolution) => [
      '',
      style.label(`What to do: ${resolution.title}`) + whenOf(resolution.when, values, style),
      '',
      ...stepLines(card, tickableSteps(resolution, ruleset), values, style),
    ]),
    ...(others.length > 0 ? ['', style.label('Other ways:'), ''] : []),
    ...others.map(({ title, when }) => `- ${title}${whenOf(when, values, style)}`),
    ...snippetLines(card, items, shared, style),
    '',
    `Card: ${style.address(link)}`,
    ...(source ? [`Source: ${source.title}, ${longDate(source.date)}, ${style.address(source.url)}`] : []),
    '',
  ].join('\n');
}

/** What the people on one side need to go on: what it is about, what is done, what is left for them. Plain text. */
export function restText(card: CardState, shared: Shared, side: string): string {
  const { rule, ruleset, ticks } = card;
  const { values, hidden, link } = shared;
  const items = sharedResolutions(card).open.flatMap((resolution) => tickableSteps(resolution, ruleset));
  const isDone = (key: string) => ticks.has(key);
  const done = pick(items, ({ key }) => isDone(key));
  const left = pick(items, (each) => each.side === side && !isDone(each.key));
  return withoutTags(
    [
      `${rule.title}: what is left to do in ${side}`,
      ...messageLines(card, values, PLAIN),
      ...[...values].map(([name, value]) => `${valueLabel(name)}: ${oneLine(value)}`),
      ...(done.length > 0 ? ['', 'Done:', ...stepLines(card, done, values, LIST)] : []),
      '',
      `Left to do in ${side}:`,
      ...(left.length > 0 ? stepLines(card, left, values, LIST) : ['Nothing.']),
      ...snippetLines(card, left, shared, PLAIN),
      '',
      `Open it ${hidden.size < values.size ? 'with these values' : 'here'}, and tick what you do: ${link}`,
      '',
    ].join('\n'),
  );
}

/** The way that is open and those on which something is done already; the other ways, unless the reader chose one. */
function sharedResolutions({ rule, ruleset, fitting, others, ticks }: CardState) {
  const chosen = fitting.length > 0 ? fitting : rule.resolutions.slice(0, 1);
  const keysOf = (resolution: (typeof others)[number]) =>
    tickableSteps(resolution, ruleset).flatMap(({ counted }) => counted);
  const shown = chosen.flatMap(keysOf);
  const isBegun = (resolution: (typeof others)[number]) =>
    keysOf(resolution).some((key) => ticks.has(key) && !shown.includes(key));
  const open = rule.resolutions.filter((resolution) => chosen.includes(resolution) || isBegun(resolution));
  return { open, others: fitting.length > 0 ? [] : others.filter((resolution) => !open.includes(resolution)) };
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
  return items.flatMap(({ step, parts, counted }) => [
    `${style.box(counted.every(ticks.has))} ${style.prose(step.text, values)}${step.side ? ` (${step.side})` : ''}`,
    ...parts.map(({ key, text }) => `    ${style.box(ticks.has(key))} ${style.prose(text, values)}`),
  ]);
}

/** The error's message with the values, or what the reader notices where there is none. */
function messageLines({ rule, signatures }: CardState, values: Values, style: Style): string[] {
  const messages = signatures.map((signature) => style.block(fillMessage(signature, values)));
  return [...(rule.symptom ? [style.prose(rule.symptom, values)] : []), ...messages];
}

/** The queries, commands and addresses of the steps. One that needs a hidden value would not work. */
function snippetLines(card: CardState, items: readonly TickableStep[], { values, hidden }: Shared, style: Style) {
  const ids = items.map(({ step }) => step.snippet);
  const filled = snippetValues(card.signatures, values);
  return card.ruleset.snippets
    .filter(({ id }) => ids.includes(id))
    .flatMap((snippet) => {
      const missing = snippetNames(snippet).filter((name) => hidden.has(name));
      const text =
        missing.length > 0
          ? `(left out: it needs “${missing.map(valueLabel).join('” and “')}”, which is hidden)`
          : style.block(fillSnippet(snippet.code, snippet.language, filled));
      return ['', style.label(`${snippet.title}:`), text];
    });
}

function whenOf(when: string | undefined, values: Values, style: Style): string {
  return when ? ` (${style.prose(when.replace(/^If /, 'if '), values)})` : '';
}

/** A message with the reader's values; a value that is not known is replaced by its label. */
function fillMessage(signature: string, values: Values): string {
  return parseSignature(signature)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'alternatives') return part.options.join(' or ');
      return values.get(part.name) ?? `<${valueLabel(part.name)}>`;
    })
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** ServiceNow takes what stands between [code] and [/code] in a work note for HTML. */
function withoutTags(text: string): string {
  return text.replace(/\[(?=\s*\/?\s*code\s*\])/gi, '[ ');
}
