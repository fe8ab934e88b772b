import { useEffect, useState } from 'react';
import type { Values } from '../../core/ruleset/values';

type MaskAll = typeof import('../../core/masking/mask').maskAll;

const NONE: Values = new Map();

/**
 * The values with likely secrets hidden, all of them together, so that what is the same is seen to be the same. The
 * code for it comes when there are values; undefined until then.
 */
export function useMasked(values: Values): Values | undefined {
  const [code, setCode] = useState<{ maskAll: MaskAll } | 'missing'>();
  const needed = values.size > 0;
  useEffect(() => {
    // Offline, without a copy of that code, the card can still be passed on without values.
    if (needed) import('../../core/masking/mask').then(setCode, () => setCode('missing'));
  }, [needed]);
  if (!needed || code === 'missing') return NONE;
  if (!code) return undefined;
  const masked = code.maskAll([...values.values()]);
  return new Map([...values.keys()].map((name, i) => [name, masked[i] ?? '']));
}
