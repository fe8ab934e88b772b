import { fence, fillProse } from '../../core/ruleset/markdown';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import type { Answer } from '../../core/wizard/walk';
import { readOutcome } from './read-outcome';
import type { Tried } from './wizard-address';

/** What the reader can send on, as Markdown: to a colleague what helped, or else to support what was tried. */
export function summaryMarkdown(ruleset: Ruleset, answers: readonly Answer[], { failed, solved }: Tried): string {
  const title = (outcome: Outcome) => readOutcome(ruleset, outcome).rule.title;
  const tried = failed.flatMap((outcome) => causeLines(`- ${title(outcome)}:`, ruleset, outcome));
  return [
    solved ? `## ${title(solved)}: solved` : '## Not solved',
    '',
    ...answers.map(({ question, option }) => `- ${question.text} **${option.label}**`),
    '',
    ...(solved ? [...causeLines('**Cause:**', ruleset, solved), '', ...doneLines(ruleset, solved)] : []),
    ...(tried.length > 0 ? ['**Tried without success:**', '', ...tried, ''] : []),
    ...(solved ? [] : supportLines(ruleset)),
  ].join('\n');
}

/** What was done. Of several resolutions nobody knows which it was, so their steps are boxes to tick. */
function doneLines(ruleset: Ruleset, outcome: Outcome): string[] {
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

/** What support needs to know, to be filled in. */
function supportLines({ support, snippets }: Ruleset): string[] {
  const query = snippets.find(({ id }) => id === support?.snippet);
  const items = (support?.collect ?? []).map((item) => `- ${item}: …`);
  return [
    '**To fill in:**',
    '',
    ...items,
    ...(query ? ['', `${query.title}:`, '', fence(query.code, query.language)] : []),
    '',
  ];
}

/** The outcome's cause after the lead, or all causes of its rule as a list if it names none. */
function causeLines(lead: string, ruleset: Ruleset, outcome: Outcome): string[] {
  const { rule, cause } = readOutcome(ruleset, outcome);
  const [first, second] = cause ? [cause] : rule.causes;
  if (first && !second) return [`${lead} ${plain(first.text)}`];
  return [`${lead} one of these`, '', ...rule.causes.map(({ text }) => `  - ${plain(text)}`)];
}

function plain(prose: string): string {
  return fillProse(prose, new Map());
}
