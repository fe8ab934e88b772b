import { wordsOf } from '../snippet/fill';

/** Takes a placeholder's name and returns it as a label: `connectionIdentifier` → "Connection identifier". */
export function valueLabel(name: string): string {
  const words = wordsOf(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
