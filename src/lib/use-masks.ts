import { useEffect, useMemo, useState } from 'react';

/** A value that is only identifiers stays as it is: they are no secret, and queries need them. */
const IDS = /^\[GUID \d+\](?:\|\[GUID \d+\])*$/;

/** A text, and what it is, which may tell that it is a secret; empty if the text says so itself. */
export type Labelled = readonly [label: string, text: string];

/**
 * The texts of a JSON list of {@link Labelled} ones, with their secrets masked. Undefined until the masking code has loaded;
 * if it can't be loaded, all is a secret.
 */
export function useMasks(json: string): string[] | undefined {
  const [maskAll, setMaskAll] = useState<(texts: string[]) => string[]>();
  const isNeeded = json !== '[]';
  useEffect(() => {
    const hideAll = (texts: string[]) => texts.map(() => '[hidden]');
    if (isNeeded)
      import('../core/masking/mask').catch(() => ({ maskAll: hideAll })).then((code) => setMaskAll(() => code.maskAll));
  }, [isNeeded]);
  return useMemo(() => {
    const entries: Labelled[] = JSON.parse(json);
    if (entries.length === 0) return [];
    const leads = entries.map(([label]) => label && `${label}: `);
    const masks = maskAll?.(entries.map(([, text], i) => leads[i] + text));
    return masks?.map((masked, i) => {
      const mask = masked.slice(leads[i]?.length);
      return IDS.test(mask) ? (entries[i]?.[1] ?? '') : mask;
    });
  }, [maskAll, json]);
}
