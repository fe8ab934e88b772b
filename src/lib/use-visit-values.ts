import { MAX_VALUE, type Values } from '../core/ruleset/values';
import { useKeptValue } from './use-kept-value';

type Texts = Readonly<Record<string, string>>;

/**
 * The values that serve all cards of this visit. Those of a message, found or typed, are about one incident: they are added
 * to one another (`addFound`) until another text or link brings its own (`setFound`, which names it). Others stay (`give`).
 */
export function useVisitValues() {
  const [own, setOwn] = useKeptValue<Texts>('visit', 'values', {});
  const [found, setFound] = useKeptValue<Texts>('visit', 'values-found', {});
  const [, setIncident] = useKeptValue('visit', 'incident', '');
  return {
    values: new Map(Object.entries({ ...own, ...found })) as Values,
    give: (given: Values) => {
      setOwn((before) => ({ ...before, ...short(given) }));
      setFound((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !given.has(name))));
    },
    setFound: (given: Values, incident: string) => {
      let isSame = false;
      setIncident((before) => {
        // What was typed before there was any is about the first.
        isSame = before === '' || before === incident;
        return incident;
      });
      setFound((before) => ({ ...(isSame ? before : {}), ...short(given) }));
    },
    addFound: (given: Values) => setFound((before) => ({ ...before, ...short(given) })),
  };
}

/** A longer value would be a burden to every card. */
function short(given: Values): Texts {
  return Object.fromEntries([...given].filter(([, value]) => value.length <= MAX_VALUE));
}
