import { createContext, useContext } from 'react';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import type { splitResolutions } from '../../core/ruleset/situation';
import type { Values } from '../../core/ruleset/values';
import type { Ticks } from '../../lib/ticks';
import type { FilledValues } from './filled-values';

/** What the reader chose to see of a card. */
export type Choice = {
  /** The situation whose resolution is open; without one, the first is. */
  situation?: string | undefined;
  /** The only side whose steps are shown; without one, all are. */
  side?: string | undefined;
};

/** What the parts of a card share: the rule and what the reader did with it. */
export type CardState = ReturnType<typeof splitResolutions> &
  Choice & {
    rule: Rule;
    ruleset: Ruleset;
    /** The level of the section headings. */
    level: 2 | 3;
    /** The signature that was found, or else all of the rule's. */
    signatures: readonly string[];
    values: Values;
    filled: FilledValues;
    onChoice: (choice: Choice) => void;
    ticks: Ticks;
  };

export const CardContext = createContext<CardState | undefined>(undefined);

export function useCard(): CardState {
  const card = useContext(CardContext);
  if (!card) throw new Error('useCard needs a Card above it');
  return card;
}
