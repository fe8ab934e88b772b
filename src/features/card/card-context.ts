import { createContext, useContext } from 'react';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import type { Values } from '../../core/ruleset/values';
import { useTicks } from '../../lib/ticks';
import { useFilledValues } from './filled-values';

/** What the reader chose to see of a card. */
export type Choice = {
  /** The situation whose resolution is open; without one, the first is. */
  situation?: string | undefined;
  /** The only side whose steps are shown; without one, all are. */
  side?: string | undefined;
};

/** A choice as the query of the card's address. */
export function choiceQuery({ situation, side }: Choice): string {
  return String(new URLSearchParams({ ...(situation && { situation }), ...(side && { side }) }));
}

export type CardInput = {
  rule: Rule;
  ruleset: Ruleset;
  /** The level of the section headings: 2 on a page of its own, 3 beside the text in which the error was found. */
  level: 2 | 3;
  /** The values that are known, from a message or a link. */
  given: Values;
  /** They come from a message, not from a link. */
  isFound?: boolean;
  choice: Choice;
  onChoice: (choice: Choice) => void;
};

/** What the parts of a card share: the rule and what the reader did with it. */
export type CardState = ReturnType<typeof useCardState>;

export function useCardState({ given, isFound, choice, onChoice, ...input }: CardInput) {
  const { situation, side } = choice;
  const { rule, ruleset } = input;
  /** The resolution that the reader's situation calls for. */
  const chosen = rule.resolutions.find((resolution) => situation && situationOf(resolution) === situation);
  const likely = rule.causes.find(({ id }) => id === chosen?.answers);
  const filled = useFilledValues(rule, ruleset, given, isFound);
  const choose = (part: Choice) => onChoice({ situation, side, ...part });
  return { ...input, ...filled, situation, side, choose, chosen, likely, ticks: useTicks(rule.id, given) };
}

export const CardContext = createContext({} as CardState);

export const useCard = () => useContext(CardContext);
