import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { readValues, valuesFragment } from '../../core/ruleset/values';
import { useKeptValue } from '../../lib/use-kept-value';

/** What the reader searches for, on every page the same. */
export function useSearchWords() {
  return useKeptValue('visit', 'search', '');
}

/** In milliseconds. Browsers refuse to change an address a hundred times in a few seconds. */
const ADDRESS_DELAY = 300;

/**
 * Takes the words from the page's address (`#q=…`) and keeps them there. Servers get a query, and note it down; what is
 * after "#" stays here, and a word can be a part of what the reader could have pasted.
 */
export function useWordsInAddress(): void {
  const [words, setWords] = useSearchWords();
  const { hash, key } = useLocation();
  const linked = readValues(hash, ['q']).get('q');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed later counts, until the address is opened again
  useLayoutEffect(() => {
    if (linked) setWords(linked);
  }, [linked, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that is opened again has no words
  useEffect(() => {
    const fragment = valuesFragment(new Map([['q', words.trim()]]));
    const { pathname, search } = location;
    const timer = setTimeout(
      () => history.replaceState(history.state, '', pathname + search + fragment),
      ADDRESS_DELAY,
    );
    return () => clearTimeout(timer);
  }, [words, key]);
}
