import type { Procedure, Resolution, Ruleset, Step } from '../../core/ruleset/schema';

/** One thing that can be ticked off. Its words name it, so that a step that was reworded is to be done again. */
export type Item = { key: string; text: string; side: string | undefined };

/** A step and, if it has a procedure, that one's steps. What counts as done or not are these, or else the step itself. */
export type StepItems = { step: Step; procedure: Procedure | undefined; own: Item; parts: Item[] };

/** Takes a way out and returns its steps as they can be ticked, in order. */
export function stepItems(resolution: Resolution, ruleset: Ruleset): StepItems[] {
  return resolution.steps.map((step) => {
    const procedure = ruleset.procedures.find(({ id }) => id === step.procedure);
    const key = `${resolution.title}|${step.text}`;
    return {
      step,
      procedure,
      own: { key, text: step.text, side: step.side },
      parts: (procedure?.steps ?? []).map(({ text, side }) => ({
        key: `${key}|${text}`,
        text,
        side,
      })),
    };
  });
}

/** The keys that count for a step. */
export function countedKeys({ own, parts }: StepItems): string[] {
  return parts.length > 0 ? parts.map(({ key }) => key) : [own.key];
}
