import { fence, fillProse } from '../../core/ruleset/markdown';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import type { Answer } from '../../core/wizard/walk';
import { readOutcome } from './read-outcome';
import type { Tried } from './wizard-address';

/** What the reader can send on, as Markdown: to a colleague what helped, or else to support what was tried. */
export function summaryMarkdown(
  ruleset: Ruleset,
  answers: readonly Answer[],
  outcomes: readonly Outcome[],
  { no, yes }: Tried,
): string {
  const solved = outcomes[(yes ?? 0) - 1];
  const failed = outcomes.filter((_, i) => no.includes(i + 1));
  const tried = failed.flatMap((outcome) =>
    causeLines(`- ${readOutcome(ruleset, outcome).rule.title}:`, ruleset, outcome),
  );
  return [
    solved ? `## ${readOutcome(ruleset, solved).rule.title}: solved` : '## Not solved',
    '',
    ...answers.map(({ question, option }) => `- ${question.text} **${option.label}**`),
    '',
    ...(solved ? [...causeLines('**Cause:**', ruleset, solved), '', ...done(ruleset, solved)] : []),
    ...(tried.length > 0 ? ['**Tried without success:**', '', ...tried, ''] : []),
    ...(solved ? [] : toFillIn(ruleset)),
  ].join('\n');
}

function done(ruleset: Ruleset, outcome: Outcome): string[] {
  const { resolutions } = readOutcome(ruleset, outcome);
  const several = resolutions.length > 1;
  return [
    several ? '**What was done** (tick what applies):' : '**What was done:**',
    '',
    ...resolutions.flatMap(({ title, steps }) => [
      ...(several ? [`${title}:`, ''] : []),
      ...steps.map(({ text }, i) => `${several ? '- [ ]' : `${i + 1}.`} ${plain(text)}`),
      '',
    ]),
  ];
}

function toFillIn({ support, snippets }: Ruleset): string[] {
  const query = snippets.find(({ id }) => id === support?.snippet);
  return [
    '**To fill in:**',
    '',
    ...(support?.collect ?? []).map((item) => `- ${item}: …`),
    ...(query ? ['', `${query.title}:`, '', fence(query.code, query.language)] : []),
    '',
  ];
}

/** The outcome's cause after the lead, or all causes of its rule as a list if it names none. */
function causeLines(lead: string, ruleset: Ruleset, outcome: Outcome): string[] {
  const { rule, cause } = readOutcome(ruleset, outcome);
  const [first, ...more] = cause ? [cause] : rule.causes;
  if (first && more.length === 0) return [`${lead} ${plain(first.text)}`];
  return [`${lead} one of these`, '', ...rule.causes.map(({ text }) => `  - ${plain(text)}`)];
}

function plain(prose: string): string {
  return fillProse(prose, new Map());
}
