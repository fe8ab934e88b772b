import { createContext, useContext, useEffect } from 'react';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import { MAX_VALUE, type Values, valueNames } from '../../core/ruleset/values';
import { useTicks } from '../../lib/ticks';
import { type Origin, useVisitValues } from '../../lib/use-visit-values';
import { tidy, usedNames } from './filled-values';

/** What the reader chose to see of a card: one situation's resolution, or else the first; one side's steps, or else all. */
export type Choice = { situation?: string | undefined; side?: string | undefined };

/** A choice as the query of the card's address. */
export function choiceQuery({ situation, side }: Choice): string {
  return String(new URLSearchParams({ ...(situation && { situation }), ...(side && { side }) }));
}

export type CardInput = {
  rule: Rule;
  ruleset: Ruleset;
  /** The level of the section headings: 2 on a page of its own, 3 beside the text in which the error was found. */
  level: 2 | 3;
  /** The values that are known, from a message (`isFound`) or a link. */
  given: Values;
  isFound?: boolean;
  /** The message is not known to be exactly this error's. */
  isClose?: boolean;
  choice: Choice;
  onChoice: (choice: Choice) => void;
};

/** What the parts of a card share: the rule, and what the reader knows of it and did with it. */
export type CardState = ReturnType<typeof useCardState>;

export function useCardState({ given, isFound, choice, onChoice, ...input }: CardInput) {
  const { situation, side } = choice;
  const { rule, ruleset } = input;
  const visit = useVisitValues();
  const origin: Origin = isFound ? 'text' : given.size > 0 ? 'link' : 'none';
  const link = JSON.stringify([...given]);
  const kept = visit.valuesFor(origin);
  const names = usedNames(rule, ruleset);
  const messageNames = valueNames(ruleset.rules.find(({ id }) => id === rule.id) ?? rule);
  const isOfMessage = (name: string) => messageNames.includes(name);
  const linked = [...given].filter(([name]) => isOfMessage(name));
  const known = (name: string) => tidy(name, given.get(name) || kept.get(name) || '', ruleset);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other values are new
  useEffect(() => {
    // They serve the other cards too.
    if (origin === 'text') visit.addFound(given);
    if (origin !== 'link') return;
    visit.addLinked(link, new Map(linked));
    visit.give(new Map([...given].filter(([name]) => !isOfMessage(name))));
  }, [link]);
  const chosen = rule.resolutions.find((resolution) => situation && situationOf(resolution) === situation);
  return {
    ...input,
    given,
    /** Those that were given here, or on any card of this visit. */
    values: new Map(names.filter(known).map((name) => [name, known(name)])) as Values,
    /** The values to ask for, and what stands in their fields. */
    missing: names.filter((name) => !tidy(name, given.get(name) ?? '', ruleset)),
    kept,
    /** The key under which a value is kept that was typed before the app started: a page of its own knows no text. */
    keptAs: (name: string) => (isOfMessage(name) ? 'values-linked' : 'values'),
    setValue: (name: string, value: string) => {
      const one: Values = new Map([[name, value.slice(0, MAX_VALUE)]]);
      if (!isOfMessage(name)) visit.give(one);
      else if (origin === 'link') visit.addLinked(link, new Map([...linked, ...one]));
      else visit.addTyped(one);
    },
    situation,
    side,
    choose: (part: Choice) => onChoice({ situation, side, ...part }),
    /** The resolution that the situation calls for, and the cause that it answers. */
    chosen,
    likely: rule.causes.find(({ id }) => id === chosen?.answers),
    ticks: useTicks(rule.id, given, isFound ? visit.incident : undefined),
  };
}

export const CardContext = createContext({} as CardState);

export const useCard = () => useContext(CardContext);
