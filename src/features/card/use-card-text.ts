import { useState } from 'react';
import { type CardState, useCard } from './card-context';
import { type Shared, useShared } from './use-shared';

type Texts = typeof import('./card-text');

/**
 * A text about the card, for one side or for everybody, and a function that loads it, since reading a card does not need
 * the code. Both are undefined while nobody knows what is a secret.
 */
export function useCardText(write: (texts: Texts, card: CardState, shared: Shared) => string, side?: string) {
  const card = useCard();
  const { shared } = useShared(side);
  const [texts, setTexts] = useState<Texts>();
  const load = async (): Promise<string> => {
    const loaded = await import('./card-text');
    setTexts(loaded);
    return shared ? write(loaded, card, shared) : '';
  };
  return { text: texts && shared && write(texts, card, shared), load: shared && load };
}
