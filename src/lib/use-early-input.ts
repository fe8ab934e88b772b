import { type RefObject, useLayoutEffect, useState } from 'react';
import { useHydrated } from './hydrated';

/**
 * Adopts what the reader did to a field before the app started. React leaves such a field alone while it hydrates, but
 * would reset it at the next render. So the field is first rendered with the reader's own input, which changes nothing in
 * it (caret, undo and input method stay), and `adopt` then puts that into the app's state. Returns what to render.
 */
export function useEarlyInput<K extends 'value' | 'checked'>(
  property: K,
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null>,
  value: HTMLInputElement[K],
  adopt: (early: HTMLInputElement[K]) => void,
): HTMLInputElement[K] {
  const isHydrated = useHydrated();
  const [early, setEarly] = useState<HTMLInputElement[K]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first render can meet early input
  useLayoutEffect(() => {
    const input = field.current as HTMLInputElement | null;
    if (isHydrated || !input) return;
    // A select has no defaultValue; its first option is the empty one.
    const rendered = property === 'value' ? (input.defaultValue ?? '') : input.defaultChecked;
    if (input[property] !== rendered) setEarly(input[property]);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the address and storage are known
  useLayoutEffect(() => {
    if (!isHydrated || early === undefined) return;
    adopt(early);
    setEarly(undefined);
  }, [isHydrated, early]);
  return early ?? value;
}
