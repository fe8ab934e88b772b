import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/** How many of very many findings to list at once; each further press lists as many again. */
export const LISTED = 25;

/** Lists more, and leads to the first that is new. */
export function MoreButton({
  total,
  listed,
  onMore,
  list,
}: {
  total: number;
  listed: number;
  onMore: (listed: number) => void;
  list: RefObject<HTMLOListElement | null>;
}) {
  const hidden = total - listed;
  if (hidden <= 0) return null;
  const press = () => {
    flushSync(() => onMore(listed + LISTED));
    list.current?.children[listed]?.querySelector('a')?.focus();
  };
  return (
    <button type="button" className="button" onClick={press}>
      Show {Math.min(hidden, LISTED)} more of {hidden}
    </button>
  );
}
