import { MAX_VALUE, type Values } from '../core/ruleset/values';
import { useKeptValue } from './use-kept-value';

type Texts = Readonly<Record<string, string>>;

/**
 * The values that serve all cards of this visit, the last of these for each name: `own` ones, which stay, such as an
 * instance's name; `found` ones, of the text in the paste box; and `message` ones, which a link or the reader gave for a
 * message. Those of a message are about one incident, and end with it.
 */
export function useVisitValues() {
  const [own, setOwn] = useKeptValue<Texts>('visit', 'values', {});
  const [found, setFound] = useKeptValue<Texts>('visit', 'values-found', {});
  const [message, setMessage] = useKeptValue<Texts>('visit', 'values-message', {});
  return {
    values: new Map(Object.entries({ ...own, ...found, ...message })) as Values,
    give: (given: Values) => setOwn((before) => ({ ...before, ...short(given) })),
    setFound: (given: Values) => setFound(short(given)),
    addFound: (given: Values) => setFound((before) => ({ ...before, ...short(given) })),
    addMessage: (given: Values) => setMessage((before) => ({ ...before, ...short(given) })),
    /** Takes a link's values of a message. Those of another incident go: found ones, and any if one of them differs. */
    takeLink: (given: Values) => {
      let isNew = false;
      setMessage((before) => {
        const changed = [...given].filter(([name, value]) => before[name] !== value);
        isNew = changed.length > 0;
        const isOther = changed.some(([name]) => before[name] !== undefined);
        return { ...(isOther ? {} : before), ...short(given) };
      });
      if (isNew) setFound({});
    },
    /** For when another text has come. What was found in the last one goes when this one has been diagnosed. */
    endIncident: () => setMessage({}),
  };
}

/** A longer value would be a burden to every card. */
function short(given: Values): Texts {
  return Object.fromEntries([...given].filter(([, value]) => value.length <= MAX_VALUE));
}
