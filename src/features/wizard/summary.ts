import { bullets, inBlocks } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import { dropUnknown } from '../../core/ruleset/values';
import type { Answer } from '../../core/wizard/walk';
import { stepsOf, type Ticks } from '../../lib/ticks';
import { readOutcome } from './read-outcome';
import type { Tried } from './wizard-address';

type Props = { ruleset: Ruleset; answers: readonly Answer[]; tried: Tried; ticks: Ticks };

/** What the reader can send on, as plain text: to a colleague what helped, or else to support what was tried. */
export function summaryText({ ruleset, answers, tried: { failed, solved }, ticks }: Props): string {
  const title = (outcome: Outcome) => readOutcome(ruleset, outcome).rule.title;
  const tried = failed.map((outcome) => `${title(outcome)}: ${causeText(ruleset, outcome)}`);
  return inBlocks([
    solved ? `${title(solved)}: solved` : 'Not solved',
    bullets(answers.map(({ question, option }) => `${question.text} ${option.label}`)),
    ...(solved ? [`Cause: ${causeText(ruleset, solved)}`, ...doneBlocks(ruleset, solved, ticks)] : []),
    ...(tried.length > 0 ? ['Tried without success:', bullets(tried)] : []),
    ...(solved ? [] : supportBlocks(ruleset)),
  ]);
}

/** What was done: the steps that were ticked, and nothing else. */
function doneBlocks(ruleset: Ruleset, outcome: Outcome, { has }: Ticks): string[] {
  const steps = stepsOf(readOutcome(ruleset, outcome).rule.resolutions, ruleset);
  const done = steps.filter(({ counted }) => counted.some(has));
  const lines = done.map(({ step, parts, counted }) => {
    const ticked = parts.filter(({ key }) => has(key)).map(({ text }) => `\n    - ${plain(text)}`);
    return (counted.every(has) ? '' : 'Begun: ') + plain(step.text) + ticked.join('');
  });
  return lines.length > 0 ? ['What was done:', bullets(lines)] : [];
}

/** What support needs to know, to be filled in. */
function supportBlocks({ support, snippets, recentErrors }: Ruleset): string[] {
  const query = snippets.find(({ id }) => id === recentErrors);
  return [
    'To fill in:',
    bullets((support?.collect ?? []).map((item) => `${item}: …`)),
    ...(query ? [`${query.title}:`, query.code] : []),
  ];
}

/** The outcome's cause, or all causes of its rule as a list if it names none. */
function causeText(ruleset: Ruleset, outcome: Outcome): string {
  const { rule, cause } = readOutcome(ruleset, outcome);
  const [first = '', second] = (cause ? [cause] : rule.causes).map(({ text }) => plain(text));
  if (!second) return first;
  return `one of these\n\n${bullets(
    rule.causes.map(({ text }) => plain(text)),
    '  ',
  )}`;
}

const plain = (prose: string) => dropUnknown(proseText(prose));
