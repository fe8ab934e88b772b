import { fence, fillProse } from '../../core/ruleset/markdown';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import type { Answer } from '../../core/wizard/walk';
import { stepsOf, type Ticks } from '../../lib/ticks';
import { readOutcome } from './read-outcome';
import type { Tried } from './wizard-address';

/** What the reader can send on, as Markdown: to a colleague what helped, or else to support what was tried. */
export function summaryMarkdown(
  ruleset: Ruleset,
  answers: readonly Answer[],
  { failed, solved }: Tried,
  ticks: Ticks,
): string {
  const title = (outcome: Outcome) => readOutcome(ruleset, outcome).rule.title;
  const tried = failed.flatMap((outcome) => causeLines(`- ${title(outcome)}:`, ruleset, outcome));
  return [
    solved ? `## ${title(solved)}: solved` : '## Not solved',
    '',
    ...answers.map(({ question, option }) => `- ${question.text} **${option.label}**`),
    '',
    ...(solved ? [...causeLines('**Cause:**', ruleset, solved), '', ...doneLines(ruleset, solved, ticks)] : []),
    ...(tried.length > 0 ? ['**Tried without success:**', '', ...tried, ''] : []),
    ...(solved ? [] : supportLines(ruleset)),
  ].join('\n');
}

/** What was done: the steps that were ticked, and nothing else. */
function doneLines(ruleset: Ruleset, outcome: Outcome, { has }: Ticks): string[] {
  const steps = stepsOf(readOutcome(ruleset, outcome).rule.resolutions, ruleset);
  const done = steps.filter(({ counted }) => counted.some(has));
  const lines = done.flatMap(({ step, parts }) => [
    `- ${plain(step.text)}`,
    ...parts.filter(({ key }) => has(key)).map(({ text }) => `    - ${plain(text)}`),
  ]);
  return lines.length > 0 ? ['**What was done:**', '', ...lines, ''] : [];
}

/** What support needs to know, to be filled in. */
function supportLines({ support, snippets, recentErrors }: Ruleset): string[] {
  const query = snippets.find(({ id }) => id === recentErrors);
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
