import { createContext, useContext } from 'react';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import type { splitResolutions } from '../../core/ruleset/situation';
import type { Values } from '../../core/ruleset/values';
import type { Ticks } from './ticks';

/** What the parts of a card share: the rule and what the reader did with it. */
export type CardState = ReturnType<typeof splitResolutions> & {
  rule: Rule;
  ruleset: Ruleset;
  /** The level of the section headings. */
  level: 2 | 3;
  /** The signature that was found, or else all of the rule's. */
  signatures: readonly string[];
  values: Values;
  /** The reader's situation, whose resolution comes first. */
  situation: string | undefined;
  onSituation: (situation: string) => void;
  ticks: Ticks;
};

export const CardContext = createContext<CardState | undefined>(undefined);

export function useCard(): CardState {
  const card = useContext(CardContext);
  if (!card) throw new Error('useCard needs a Card above it');
  return card;
}
