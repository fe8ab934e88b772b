import { fence, fillProse } from '../../core/ruleset/markdown';
import type { Outcome, Resolution, Rule, Ruleset } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import type { Answer } from '../../core/wizard/walk';
import type { Tried } from './wizard-address';

/** An outcome's rule, the cause if it names one, and the ways out that answer it. */
export function readOutcome(ruleset: Ruleset, { rule: id, cause: causeId }: Outcome) {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  // A dataset is checked before it gets here: see core/ruleset/references.ts.
  if (!rule) throw new Error(`no rule "${id}"`);
  const cause = rule.causes.find((candidate) => candidate.id === causeId);
  return { rule, cause, resolutions: answering(rule, causeId) };
}

function answering(rule: Rule, cause: string | undefined): Resolution[] {
  const fitting = rule.resolutions.filter(({ answers }) => answers === cause);
  if (cause && fitting.length > 0) return fitting;
  return rule.resolutions.filter(({ answers }) => !cause || !answers);
}

/** The address of an outcome's card, with the situation that its cause makes. */
export function outcomeAddress(ruleset: Ruleset, outcome: Outcome): string {
  const { rule, cause } = readOutcome(ruleset, outcome);
  const answer = rule.resolutions.find(({ answers }) => cause && answers === cause.id);
  return `/errors/${rule.id}${answer ? `?situation=${situationOf(answer)}` : ''}`;
}

/** The Markdown that tells a colleague what was wrong and what helped. */
export function solvedMarkdown(
  ruleset: Ruleset,
  answers: readonly Answer[],
  outcomes: readonly Outcome[],
  tried: Tried,
): string {
  const solved = outcomes[(tried.yes ?? 0) - 1];
  if (!solved) return '';
  const { rule, resolutions } = readOutcome(ruleset, solved);
  const several = resolutions.length > 1;
  return [
    `## ${rule.title}: solved`,
    '',
    ...answerLines(answers),
    '',
    `**Cause:** ${causeText(ruleset, solved)}`,
    '',
    several ? '**What was done** (tick what applies):' : '**What was done:**',
    '',
    ...resolutions.flatMap((resolution) => [
      ...(several ? [`${resolution.title}:`, ''] : []),
      ...resolution.steps.map(
        (step, i) => `${several ? '- [ ]' : `${i + 1}.`} ${fillProse(step.text, new Map())}`,
      ),
      '',
    ]),
    ...triedLines(ruleset, outcomes, tried),
    '',
  ].join('\n');
}

/** The Markdown to send to the vendor's support when nothing has helped: to be filled in where it says so. */
export function supportMarkdown(
  ruleset: Ruleset,
  answers: readonly Answer[],
  outcomes: readonly Outcome[],
  tried: Tried,
): string {
  const { collect = [], snippet } = ruleset.support ?? {};
  const query = ruleset.snippets.find(({ id }) => id === snippet);
  return [
    '## Not solved',
    '',
    ...answerLines(answers),
    ...triedLines(ruleset, outcomes, tried),
    '',
    '**To fill in:**',
    '',
    ...collect.map((item) => `- ${item}: …`),
    ...(query ? ['', `${query.title}:`, '', fence(query.code, query.language)] : []),
    '',
  ].join('\n');
}

function answerLines(answers: readonly Answer[]): string[] {
  return answers.map(({ question, option }) => `- ${question.text} **${option.label}**`);
}

function triedLines(ruleset: Ruleset, outcomes: readonly Outcome[], { no }: Tried): string[] {
  const failed = outcomes.filter((_, i) => no.includes(i + 1));
  if (failed.length === 0) return [];
  return [
    '',
    '**Tried without success:**',
    '',
    ...failed.map(
      (outcome) => `- ${readOutcome(ruleset, outcome).rule.title}: ${causeText(ruleset, outcome)}`,
    ),
  ];
}

function causeText(ruleset: Ruleset, outcome: Outcome): string {
  const { rule, cause } = readOutcome(ruleset, outcome);
  const text = cause?.text ?? rule.causes.map(({ text }) => text).join(' Or: ');
  return fillProse(text, new Map());
}
