import { type RefObject, useLayoutEffect, useState } from 'react';
import { useHydrated } from './hydrated';

/**
 * Adopts what the reader did to a field before the app started. React leaves such a field alone while it hydrates, but
 * would reset it at the next render. So the field is first rendered with the reader's own input, which changes nothing in
 * it (caret, undo and input method stay), and `adopt` then puts that into the app's state. Returns what to render.
 */
export function useEarlyInput(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  value: string,
  adopt: (early: string) => void,
): string {
  return useEarly(
    () => (field.current?.value !== field.current?.defaultValue ? field.current?.value : undefined),
    value,
    adopt,
  );
}

/** {@link useEarlyInput} for checkboxes and radios. */
export function useEarlyChecked(
  field: RefObject<HTMLInputElement | null>,
  checked: boolean,
  adopt: (early: boolean) => void,
): boolean {
  return useEarly(
    () => (field.current?.checked !== field.current?.defaultChecked ? field.current?.checked : undefined),
    checked,
    adopt,
  );
}

function useEarly<T>(readEarly: () => T | undefined, value: T, adopt: (early: T) => void): T {
  const isHydrated = useHydrated();
  const [early, setEarly] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first render can meet early input
  useLayoutEffect(() => {
    if (!isHydrated) setEarly(readEarly());
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the address and storage are known
  useLayoutEffect(() => {
    if (!isHydrated || early === undefined) return;
    adopt(early);
    setEarly(undefined);
  }, [isHydrated, early]);
  return early ?? value;
}
