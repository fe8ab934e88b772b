import { useEffect, useMemo, useState } from 'react';

/** The masked texts of a JSON list, which load the code that they need. If it can't be loaded, all is a secret. */
export function useMasks(json: string): string[] | undefined {
  const [maskAll, setMaskAll] = useState<(texts: string[]) => string[]>();
  const isNeeded = json !== '[]';
  useEffect(() => {
    const hideAll = (texts: string[]) => texts.map(() => '[hidden]');
    if (isNeeded)
      import('../core/masking/mask').catch(() => ({ maskAll: hideAll })).then((code) => setMaskAll(() => code.maskAll));
  }, [isNeeded]);
  return useMemo(() => (json === '[]' ? [] : maskAll?.(JSON.parse(json))), [maskAll, json]);
}
