import type { Procedure, Resolution, Ruleset, Step } from '../../core/ruleset/schema';

/** One thing to tick off. Its text is its key, so that a step that was reworded is no longer ticked. */
export type Item = { key: string; text: string; side: string | undefined };

/** A step, and the steps of its procedure if it has one. */
export type StepItems = { step: Step; procedure: Procedure | undefined; own: Item; parts: Item[] };

/** The steps of a resolution, in order. */
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

/** The keys that decide whether a step is done: those of its procedure's steps, or else its own. */
export function countedKeys({ own, parts }: StepItems): string[] {
  return parts.length > 0 ? parts.map(({ key }) => key) : [own.key];
}
