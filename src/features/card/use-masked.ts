import { useEffect, useState } from 'react';
import type { Values } from '../../core/ruleset/values';

type MaskAll = typeof import('../../core/masking/mask').maskAll;

const NONE: Values = new Map();

/**
 * The values with likely secrets hidden; equal secrets get equal masks. Undefined while the masking code is loading,
 * which happens once there are values.
 */
export function useMasked(values: Values): Values | undefined {
  const [code, setCode] = useState<{ maskAll: MaskAll } | 'missing'>();
  const isNeeded = values.size > 0;
  useEffect(() => {
    // If the code can't be loaded, the card can still be shared without values.
    if (isNeeded) import('../../core/masking/mask').then(setCode, () => setCode('missing'));
  }, [isNeeded]);
  if (!isNeeded || code === 'missing') return NONE;
  if (!code) return undefined;
  const masked = code.maskAll([...values.values()]);
  return new Map([...values.keys()].map((name, i) => [name, masked[i] ?? '']));
}
