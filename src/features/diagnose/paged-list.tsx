import { Children, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Listing thousands of items at once would be slow. */
const PAGE_SIZE = 25;

/** A list that shows its first items, and more at the press of a button, which moves the focus to the first new one. */
export function PagedList({ className, children }: { className: string | undefined; children: ReactNode }) {
  const [shown, setShown] = useState(PAGE_SIZE);
  const list = useRef<HTMLOListElement>(null);
  const items = Children.toArray(children);
  const hidden = items.length - shown;
  const showMore = () => {
    flushSync(() => setShown(shown + PAGE_SIZE));
    list.current?.children[shown]?.querySelector('a')?.focus();
  };
  return (
    <>
      <ol ref={list} className={className}>
        {items.slice(0, shown)}
      </ol>
      {hidden > 0 && (
        <button type="button" className="button" onClick={showMore}>
          Show {Math.min(hidden, PAGE_SIZE)} more of {hidden}
        </button>
      )}
    </>
  );
}
