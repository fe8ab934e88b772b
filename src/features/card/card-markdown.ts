import { parseSignature } from '../../core/diagnosis/signature';
import { fence, fillProse } from '../../core/ruleset/markdown';
import type { Resolution, Rule, Ruleset } from '../../core/ruleset/schema';
import { valueLabel } from '../../core/ruleset/value-label';
import type { Values } from '../../core/ruleset/values';
import { fillSnippet } from '../../core/snippet/fill';
import { countedKeys, stepItems } from './step-key';
import type { Ticks } from './ticks';

/** What a card says, as Markdown for a ticket or a chat. */
export function cardMarkdown({
  rule,
  ruleset,
  signatures,
  values,
  causes,
  resolutions,
  ticks,
  link,
}: {
  rule: Rule;
  ruleset: Ruleset;
  signatures: readonly string[];
  values: Values;
  causes: Rule['causes'];
  resolutions: readonly Resolution[];
  ticks: Ticks;
  link: string;
}): string {
  const source = ruleset.sources.find(({ id }) => id === rule.source.page);
  return [
    `## ${rule.title}`,
    ...signatures.flatMap((signature) => ['', fence(fillMessage(signature, values))]),
    ...(rule.symptom ? ['', fillProse(rule.symptom, values)] : []),
    '',
    causes.length === 1 ? '**Cause**' : '**Causes** (one of these)',
    '',
    ...causes.map(({ text }) => `- ${fillProse(text, values)}`),
    ...resolutions.flatMap((resolution) => [
      '',
      `**${resolutions.length > 1 ? resolution.title : `Resolution: ${resolution.title}`}**${
        resolution.when ? ` (${fillProse(resolution.when, values)})` : ''
      }`,
      '',
      ...stepLines(resolution, ruleset, values, ticks),
    ]),
    ...queryBlocks(resolutions, ruleset, values),
    '',
    `Card: <${link}>`,
    ...(source ? [`Source: [${source.title}](${source.url}), ${source.date}`] : []),
    '',
  ].join('\n');
}

/** The queries and addresses that the steps speak of. */
function queryBlocks(resolutions: readonly Resolution[], ruleset: Ruleset, values: Values): string[] {
  const ids = new Set(resolutions.flatMap(({ steps }) => steps.flatMap(({ snippet }) => snippet ?? [])));
  return ruleset.snippets
    .filter(({ id }) => ids.has(id))
    .flatMap(({ title, language, code }) => [
      '',
      `**${title}**`,
      '',
      fence(fillSnippet(code, language, Object.fromEntries(values))),
    ]);
}

/** The steps of one side alone, as Markdown: what a reader hands to the person with the rights there. */
export function sideMarkdown({
  rule,
  ruleset,
  side,
  values,
  resolutions,
  ticks,
}: {
  rule: Rule;
  ruleset: Ruleset;
  side: string;
  values: Values;
  resolutions: readonly Resolution[];
  ticks: Ticks;
}): string {
  const blocks = resolutions.flatMap((resolution) => {
    const lines = stepLines(resolution, ruleset, values, ticks, side);
    return lines.length > 0 ? ['', `**${resolution.title}**`, '', ...lines] : [];
  });
  return [`## ${rule.title}: ${side} steps`, ...blocks, ''].join('\n');
}

/** The sides on which there is something to do, in order, each once. */
export function sidesOf(resolutions: readonly Resolution[], ruleset: Ruleset): string[] {
  const items = resolutions.flatMap((resolution) =>
    stepItems(resolution, ruleset).flatMap(({ own, parts }) => (parts.length > 0 ? parts : [own])),
  );
  return [...new Set(items.flatMap(({ side }) => side ?? []))];
}

function stepLines(resolution: Resolution, ruleset: Ruleset, values: Values, ticks: Ticks, side?: string): string[] {
  const box = (keys: string[]) => (keys.every(ticks.has) ? '- [x]' : '- [ ]');
  return stepItems(resolution, ruleset).flatMap((items) => {
    const { own, parts } = items;
    const mine = parts.filter((part) => !side || part.side === side);
    if (side && mine.length === 0 && (parts.length > 0 || own.side !== side)) return [];
    const where = !side && own.side ? ` (${own.side})` : '';
    return [
      `${box(countedKeys(items))} ${fillProse(own.text, values)}${where}`,
      ...mine.map((part) => `    ${box([part.key])} ${fillProse(part.text, values)}`),
    ];
  });
}

/** A message with the reader's values in it; without one, what it is called. */
export function fillMessage(signature: string, values: Values): string {
  return parseSignature(signature)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'alternatives') return part.options.join(' or ');
      return values.get(part.name) ?? `<${valueLabel(part.name)}>`;
    })
    .join('');
}
