import { useEffect, useMemo, useState } from 'react';
import { useHref } from 'react-router-dom';
import { useHidesSecrets } from '../../components/hide-switch';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import { useOrigin } from '../../lib/hydrated';
import { useCard } from './card-context';
import { cardSnippets, snippetNames } from './filled-values';

type MaskAll = typeof import('../../core/masking/mask').maskAll;

/** What a card's texts and links may hold. */
export type Shared = {
  /** The values as they stand in texts: likely secrets are masked, unless the reader wants them shown. */
  values: Values;
  /** The names of those that are masked. No link holds them, and no query, which would not work with a mask. */
  hidden: ReadonlySet<string>;
  /** The card's address, for one side's steps or as the reader sees it. Its fragment carries the values. */
  link: string;
};

/** A mask of ids alone. They are no secret, and a query without them finds nothing. */
const IDS = /^\[GUID \d+\](?:\|\[GUID \d+\])*$/;

/** {@link Shared}, or undefined while the masking code is loading; `secrets` are the values that the switch governs. */
export function useShared(side?: string): { shared: Shared | undefined; bareLink: string; secrets: string[] } {
  const { rule, ruleset, values, situation } = useCard();
  const [hides] = useHidesSecrets();
  const code = useMaskingCode(values.size > 0);
  const query = String(new URLSearchParams({ ...(situation && { situation }), ...(side && { side }) }));
  const bareLink = useOrigin() + useHref(`/errors/${rule.id}${query && `?${query}`}`);

  const key = JSON.stringify([...values.values()]);
  const masks = useMemo(() => {
    const texts: string[] = JSON.parse(key);
    // If the code can't be loaded, nobody knows what is a secret.
    return code ? code.maskAll(texts) : texts.map(() => '[hidden]');
  }, [code, key]);
  const needed = cardSnippets(rule, ruleset).flatMap(snippetNames);
  const masked = new Map([...values.keys()].map((name, i) => [name, masks[i] ?? '']));
  const secrets = [...masked].flatMap(([name, mask]) =>
    mask === values.get(name) || (needed.includes(name) && IDS.test(mask)) ? [] : [name],
  );
  const hidden = new Set(hides ? secrets : []);
  const open = new Map([...values].filter(([name]) => !hidden.has(name)));
  const shown = new Map(
    [...values].map(([name, value]) => [name, hidden.has(name) ? (masked.get(name) ?? '') : value]),
  );
  return {
    shared: code === undefined ? undefined : { values: shown, hidden, link: bareLink + valuesFragment(open) },
    bareLink,
    secrets,
  };
}

/** Undefined while it is loading, which happens once there are values; null if it can't be loaded. */
function useMaskingCode(isNeeded: boolean): { maskAll: MaskAll } | null | undefined {
  const [code, setCode] = useState<{ maskAll: MaskAll } | null>();
  useEffect(() => {
    if (isNeeded) import('../../core/masking/mask').then(setCode, () => setCode(null));
  }, [isNeeded]);
  return isNeeded ? code : null;
}
