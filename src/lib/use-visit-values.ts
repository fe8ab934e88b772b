import { MAX_VALUE, type Values } from '../core/ruleset/values';
import { useKeptValue } from './use-kept-value';

type Texts = Readonly<Record<string, string>>;

/**
 * The values that serve all cards of this visit. Those that were typed or that a link brought (`give`) stay. Those of the
 * text in the paste box (`setFound`, `addFound`) go with it. Of two for one name, the later counts.
 */
export function useVisitValues() {
  const [own, setOwn] = useKeptValue<Texts>('visit', 'values', {});
  const [found, setFound] = useKeptValue<Texts>('visit', 'values-found', {});
  return {
    values: new Map(Object.entries({ ...own, ...found })) as Values,
    give: (given: Values) => {
      setOwn((before) => ({ ...before, ...short(given) }));
      setFound((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !given.has(name))));
    },
    setFound: (given: Values) => setFound(short(given)),
    addFound: (given: Values) => setFound((before) => ({ ...before, ...short(given) })),
  };
}

/** A longer value would be a burden to every card. */
function short(given: Values): Texts {
  return Object.fromEntries([...given].filter(([, value]) => value.length <= MAX_VALUE));
}
