import type { SetStateAction } from 'react';
import { useKeptValue } from './use-kept-value';

type VisitValues = Readonly<Record<string, string>>;

const NONE: VisitValues = {};

/** The values by their names that were given during this visit, on any card, in a message or in a link. The latest counts. */
export function useVisitValues(): [VisitValues, (action: SetStateAction<VisitValues>) => void] {
  const [values, setValues] = useKeptValue('visit', 'values', NONE);
  return [
    values,
    (action) =>
      setValues((before) => {
        const after = action instanceof Function ? action(before) : action;
        return Object.keys(after).length > 0 ? after : NONE;
      }),
  ];
}
