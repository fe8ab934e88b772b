import { parseSignature } from '../../core/diagnosis/signature';
import { bullets, fence, fillProse, inBlocks } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Resolution } from '../../core/ruleset/schema';
import { valueLabel } from '../../core/ruleset/value-label';
import { type Values, valueNames } from '../../core/ruleset/values';
import { fillSnippet } from '../../core/snippet/fill';
import { longDate } from '../../lib/long-date';
import { stepsOf, type TickableStep, tickableSteps } from '../../lib/ticks';
import type { CardState } from './card-context';
import { snippetNames, snippetValues } from './filled-values';
import type { Shared } from './use-shared';

/** How a text and its parts are written: here so that they read well in a ticket's work notes, which show no markup. */
export const TICKET = {
  heading: '',
  strong: (text: string) => text,
  prose: (text: string, values: Values) => fillProse(proseText(text), values, oneLine),
  /** A message or a query, which has lines of its own. */
  block: (text: string) => text,
  todo: '[ ]',
  done: '[x]',
  address: (url: string) => url,
  /** Some ticket systems take what stands between [code] and [/code] in a work note for HTML. */
  whole: (blocks: readonly string[]) => inBlocks(blocks).replace(/\[(?=\s*\/?\s*code\s*\])/gi, '[ '),
};
type Style = typeof TICKET;

/** For a chat or a wiki. */
export const MARKDOWN: Style = {
  heading: '## ',
  strong: (text) => `**${text}**`,
  prose: fillProse,
  block: (text) => `\n${fence(text)}`,
  todo: '- [ ]',
  done: '- [x]',
  address: (url) => `<${url}>`,
  whole: inBlocks,
};

/** What the card says and what is done of it, the queries, and where it stands. */
export function cardText(card: CardState, shared: Shared, style: Style): string {
  const { rule, ruleset, likely, chosen } = card;
  const { values, link } = shared;
  const causes = (likely ? [likely] : rule.causes).map(({ text }) => style.prose(text, values));
  const source = ruleset.sources.find(({ id }) => id === rule.source?.page);
  const date = source?.date ? [longDate(source.date)] : [];
  const hasChoice = rule.resolutions.length > 1;
  const way = ({ title, when = '' }: Resolution, lead = '') =>
    style.strong(lead + title) + (hasChoice && when ? ` (${style.prose(when, values).replace(/^If /, 'if ')})` : '');
  const list = (title: string, items: readonly string[]) => [style.strong(title), bullets(items)];
  const open = openResolutions(card);
  const others = rule.resolutions.filter((each) => !chosen && !open.includes(each)).map((other) => way(other));
  return style.whole([
    [
      style.heading + rule.title + (card.isClose ? ' (close match: check the wording)' : ''),
      ...messageLines(card, values, style),
    ].join('\n'),
    ...(causes.length > 1 ? list('Possible causes:', causes) : [`${style.strong('Cause:')} ${causes}`]),
    ...open.flatMap((each) => [
      way(each, 'What to do: '),
      stepLines(card, tickableSteps(each, ruleset), values, style),
    ]),
    ...(others.length > 0 ? list('Other ways:', others) : []),
    ...snippetBlocks(card, stepsOf(open, ruleset), shared, style),
    `Card: ${style.address(link)}` +
      (source ? `\nSource: ${[source.title, ...date, style.address(source.url)].join(', ')}` : ''),
  ]);
}

/** What the people on one side need to go on: what it is about, what is done, what is left for them. */
export function restText(card: CardState, shared: Shared, side: string): string {
  const { values, open, link } = shared;
  // A step that is partly done appears under "Done" with the parts that are.
  const style = { ...TICKET, todo: '-', done: '-' };
  const doneStyle = { ...style, todo: '- Begun:' };
  const steps = stepsOf(openResolutions(card), card.ruleset);
  const done = pick(steps, ({ key }) => card.ticks.has(key));
  const left = pick(steps, (each) => each.side === side && !card.ticks.has(each.key));
  const given = [...values].map(([name, value]) => `${valueLabel(name)}: ${oneLine(value)}`);
  const title = `${card.rule.title}: what is left to do in ${side}`;
  return style.whole([
    [title, ...messageLines(card, values, style), ...given].join('\n'),
    ...(done.length > 0 ? [`Done:\n${stepLines(card, done, values, doneStyle)}`] : []),
    `Left to do in ${side}:\n${stepLines(card, left, values, style) || 'Nothing.'}`,
    ...snippetBlocks(card, left, shared, style),
    `Open it ${open.size > 0 ? 'with these values' : 'here'}, and tick what you do: ${link}`,
  ]);
}

/** The resolution that the reader chose, or else the first, and those on which something is done already. */
function openResolutions({ rule, ruleset, chosen = rule.resolutions[0], ticks }: CardState): Resolution[] {
  const keysOf = (resolution: Resolution) => tickableSteps(resolution, ruleset).flatMap(({ counted }) => counted);
  const own = chosen ? keysOf(chosen) : [];
  const isBegun = (other: Resolution) => keysOf(other).some((key) => ticks.has(key) && !own.includes(key));
  return rule.resolutions.filter((resolution) => resolution === chosen || isBegun(resolution));
}

/** The steps, or the parts of them, that a test accepts. */
function pick(steps: readonly TickableStep[], accepts: (each: { key: string; side?: string | undefined }) => boolean) {
  return steps.flatMap((item) => {
    const parts = item.parts.filter(accepts);
    const isIn = item.procedure ? parts.length > 0 : accepts({ ...item.step, key: item.key });
    return isIn ? [{ ...item, parts }] : [];
  });
}

function stepLines({ ticks }: CardState, steps: readonly TickableStep[], values: Values, style: Style): string {
  const line = (keys: readonly string[], text: string) =>
    `${keys.every(ticks.has) ? style.done : style.todo} ${style.prose(text, values)}`;
  const lines = steps.flatMap(({ step, parts, counted }) => [
    line(counted, step.text) + (step.side ? ` (${step.side})` : ''),
    ...parts.map(({ key, text }) => `    ${line([key], text)}`),
  ]);
  return lines.join('\n');
}

/** The error's message with the values, of several the one that has them; or what the reader notices where there is none. */
function messageLines({ rule }: CardState, values: Values, style: Style): string[] {
  const held = (signature: string) => valueNames({ signatures: [signature] }).filter((name) => values.has(name)).length;
  const most = Math.max(...rule.signatures.map(held));
  const messages = rule.signatures
    .filter((signature) => held(signature) === most)
    .map((signature) => {
      const parts = parseSignature(signature).map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'alternatives') return part.options.join(' or ');
        return values.get(part.name) ?? `<${valueLabel(part.name)}>`;
      });
      return style.block(parts.join(''));
    });
  return [
    ...(rule.symptom ? [style.prose(rule.symptom, values)] : []),
    ...messages.flatMap((message, i) => (i > 0 ? ['or', message] : message)),
  ];
}

/** The queries, commands and addresses of the steps. One that needs a hidden value would not work. */
function snippetBlocks(card: CardState, steps: readonly TickableStep[], { values, open }: Shared, style: Style) {
  const filled = snippetValues(card.rule, values);
  const snippets = card.ruleset.snippets.filter(({ id }) => steps.some(({ step }) => step.snippet === id));
  return snippets.map((snippet) => {
    const hidden = snippetNames([snippet]).filter((name) => values.has(name) && !open.has(name));
    const labels = hidden.map((name) => `“${valueLabel(name)}”`).join(' and ');
    const code = style.block(fillSnippet(snippet.code, snippet.language, filled));
    return `${style.strong(`${snippet.title}:`)}\n${labels ? `(left out: it needs ${labels}, which is hidden)` : code}`;
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
