import { MAX_VALUE, type Values } from '../core/ruleset/values';
import { useKeptValue } from './use-kept-value';

type Texts = Readonly<Record<string, string>>;

/** What a card is opened by: a finding in the reader's text, a link with values, or neither. */
export type Origin = 'text' | 'link' | 'none';

/**
 * The values that serve the cards of this visit. Those of a message are about one incident: a text's are `found` in it or
 * `typed` on its cards, a link's came with it or were typed on its card. Neither shows on the other's card; a card of
 * neither shows both, the text's first. All other values, such as an instance's name, are `own` ones, and show on all.
 */
export function useVisitValues() {
  const [own, setOwn] = useKeptValue<Texts>('visit', 'values', {});
  const [found, setFound] = useKeptValue<Texts>('visit', 'values-found', {});
  const [typed, setTyped] = useKeptValue<Texts>('visit', 'values-typed', {});
  const [linked, setLinked] = useKeptValue<Texts>('visit', 'values-linked', {});
  const [, setLink] = useKeptValue('visit', 'link', '');
  const [incident, setIncident] = useKeptValue('visit', 'incident', 0);
  const shown = {
    text: { ...own, ...typed },
    link: { ...own, ...linked },
    none: { ...own, ...linked, ...found, ...typed },
  };
  return {
    valuesFor: (origin: Origin) => new Map(Object.entries(shown[origin])) as Values,
    give: (given: Values) => setOwn((before) => ({ ...before, ...short(given) })),
    setFound: (given: Values) => setFound(short(given)),
    addFound: (given: Values) => setFound((before) => ({ ...before, ...short(given) })),
    addTyped: (given: Values) => setTyped((before) => ({ ...before, ...short(given) })),
    /** Adds values to those of a link. Of another `link` than the last, they take their place. */
    addLinked: (link: string, given: Values) => {
      let isSame = false;
      setLink((before) => {
        // What was typed before the app had started came before any link.
        isSame = before === '' || before === link;
        return link;
      });
      setLinked((before) => ({ ...(isSame ? before : {}), ...short(given) }));
    },
    /** When the text or the files came; 0 if there are none. */
    incident,
    /** For when others have come. What was found in the last ones goes when these have been diagnosed. */
    beginIncident: () => {
      setTyped({});
      setIncident(Date.now());
    },
    /** For when the text or the files go, with all that is known of them. */
    endIncident: () => {
      setTyped({});
      setFound({});
      setIncident(0);
    },
  };
}

/** A longer value would be a burden to every card. */
function short(given: Values): Texts {
  return Object.fromEntries([...given].filter(([, value]) => value.length <= MAX_VALUE));
}
