import { useHref } from 'react-router-dom';
import { useHidesSecrets } from '../../components/hide-switch';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import { useOrigin } from '../../lib/hydrated';
import { useMasks } from '../../lib/use-masks';
import { useCard } from './card-context';
import { cardSnippets, snippetNames } from './filled-values';

/** What a card's texts and links may hold. */
export type Shared = {
  /** The values as they stand in texts: likely secrets are masked, unless the reader wants them shown. */
  values: Values;
  /** The names of those that are masked. No link holds them, and no query, which would not work with a mask. */
  hidden: readonly string[];
  /** The card's address, for one side's steps or as the reader sees it, with the values in its fragment. */
  link: string;
};

/** A mask of ids alone. They are no secret, and a query without them finds nothing. */
const IDS = /^\[GUID \d+\](?:\|\[GUID \d+\])*$/;

/** {@link Shared}, undefined while the masking code is loading; `secrets` are the names that the switch governs. */
export function useShared(side?: string): { shared: Shared | undefined; bareLink: string; secrets: string[] } {
  const { rule, ruleset, values, situation } = useCard();
  const [hides] = useHidesSecrets();
  const masks = useMasks(JSON.stringify([...values.values()]));
  const query = String(new URLSearchParams({ ...(situation && { situation }), ...(side && { side }) }));
  const bareLink = useOrigin() + useHref(`/errors/${rule.id}${query && `?${query}`}`);
  if (!masks) return { shared: undefined, bareLink, secrets: [] };

  const needed = cardSnippets(rule, ruleset).flatMap(snippetNames);
  const masked = new Map([...values].map(([name], i) => [name, masks[i] ?? '']));
  const secrets = [...masked.keys()].filter((name) => {
    const mask = masked.get(name) ?? '';
    return mask !== values.get(name) && !(needed.includes(name) && IDS.test(mask));
  });
  const hidden = hides ? secrets : [];
  const link = bareLink + valuesFragment(new Map([...values].filter(([name]) => !hidden.includes(name))));
  const shown = new Map([...values, ...[...masked].filter(([name]) => hidden.includes(name))]);
  return { shared: { values: shown, hidden, link }, bareLink, secrets };
}
