import { useEffect, useMemo, useState } from 'react';

/** A mask of identifiers alone. They are no secret, and a query without them finds nothing. */
const IDS = /^\[GUID \d+\](?:\|\[GUID \d+\])*$/;

/** The texts of a JSON list with their secrets masked, which load the code that they need. If it can't be loaded, all is a secret. */
export function useMasks(json: string): string[] | undefined {
  const [maskAll, setMaskAll] = useState<(texts: string[]) => string[]>();
  const isNeeded = json !== '[]';
  useEffect(() => {
    const hideAll = (texts: string[]) => texts.map(() => '[hidden]');
    if (isNeeded)
      import('../core/masking/mask').catch(() => ({ maskAll: hideAll })).then((code) => setMaskAll(() => code.maskAll));
  }, [isNeeded]);
  return useMemo(() => {
    const texts: string[] = JSON.parse(json);
    if (texts.length === 0) return texts;
    return maskAll?.(texts).map((mask, i) => (IDS.test(mask) ? (texts[i] ?? '') : mask));
  }, [maskAll, json]);
}
