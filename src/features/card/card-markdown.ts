import { parseSignature } from '../../core/diagnosis/signature';
import { fence, fillProse } from '../../core/ruleset/markdown';
import { valueLabel } from '../../core/ruleset/value-label';
import type { Values } from '../../core/ruleset/values';
import { fillSnippet } from '../../core/snippet/fill';
import type { CardState } from './card-context';
import { snippetValues } from './filled-values';
import { tickableSteps } from './ticks';

/** The card as Markdown, for a ticket or a chat. `values` stand in place of the card's own, which may need masking. */
export function cardMarkdown(card: CardState, values: Values, link: string): string {
  const { rule, ruleset, signatures, likely } = card;
  const causes = likely ? [likely] : rule.causes;
  const source = ruleset.sources.find(({ id }) => id === rule.source.page);
  return [
    `## ${rule.title}`,
    ...signatures.flatMap((signature) => ['', fence(fillMessage(signature, values))]),
    ...(rule.symptom ? ['', fillProse(rule.symptom, values)] : []),
    '',
    causes.length === 1 ? '**Cause**' : '**Possible causes**',
    '',
    ...causes.map(({ text }) => `- ${fillProse(text, values)}`),
    ...resolutionBlocks(card, values),
    ...snippetBlocks(card, values),
    '',
    `Card: <${link}>`,
    ...(source ? [`Source: [${source.title}](${source.url}), ${source.date}`] : []),
    '',
  ].join('\n');
}

/** The steps of one side alone as Markdown, for the person with access there. */
export function sideMarkdown(card: CardState, values: Values, side: string): string {
  return [`## ${card.rule.title}: ${side} steps`, ...resolutionBlocks(card, values, side), ''].join('\n');
}

/** The sides on which there is something to do, in order, each once. */
export function sidesOf(card: CardState): string[] {
  const steps = sharedResolutions(card)
    .flatMap((resolution) => tickableSteps(resolution, card.ruleset))
    .flatMap(({ step, procedure, parts }) => (procedure ? parts : [step]));
  return [...new Set(steps.flatMap(({ side }) => side ?? []))];
}

/** The resolutions for the reader's situation, or all while it is not known. */
function sharedResolutions({ rule, fitting }: CardState) {
  return fitting.length > 0 ? fitting : rule.resolutions;
}

function resolutionBlocks(card: CardState, values: Values, side?: string): string[] {
  const resolutions = sharedResolutions(card);
  return resolutions.flatMap((resolution) => {
    const lines = tickableSteps(resolution, card.ruleset).flatMap(({ step, procedure, parts, counted }) => {
      const ownParts = parts.filter((part) => !side || part.side === side);
      if (side && (procedure ? ownParts.length === 0 : step.side !== side)) return [];
      const where = !side && step.side ? ` (${step.side})` : '';
      return [
        `${checkbox(card, counted)} ${fillProse(step.text, values)}${where}`,
        ...ownParts.map(({ key, text }) => `    ${checkbox(card, [key])} ${fillProse(text, values)}`),
      ];
    });
    if (lines.length === 0) return [];
    const title = resolutions.length > 1 ? resolution.title : `Resolution: ${resolution.title}`;
    const when = resolution.when ? ` (${fillProse(resolution.when, values)})` : '';
    return ['', `**${title}**${when}`, '', ...lines];
  });
}

function checkbox({ ticks }: CardState, keys: string[]): string {
  return keys.every(ticks.has) ? '- [x]' : '- [ ]';
}

/** The queries, commands and addresses that the steps refer to. */
function snippetBlocks(card: CardState, values: Values): string[] {
  const ids = sharedResolutions(card).flatMap(({ steps }) => steps.map(({ snippet }) => snippet));
  const filled = snippetValues(card.signatures, values);
  return card.ruleset.snippets
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ title, language, code }) => ['', `**${title}**`, '', fence(fillSnippet(code, language, filled))]);
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
