import { useEffect } from 'react';
import { pageAt } from './pages';

const SIGNS = ['pointerover', 'focusin', 'touchstart'];

/** Fetches the code of the page behind a link when the reader comes near to following it. */
export function usePrefetch(): void {
  useEffect(() => {
    const base = import.meta.env.BASE_URL;
    const fetchAhead = ({ target }: Event) => {
      const link = target instanceof Element && target.closest('a');
      if (!link || link.origin !== location.origin || !link.pathname.startsWith(base)) return;
      // What fails now is tried again, and complained of, when the reader goes there.
      pageAt(`/${link.pathname.slice(base.length)}`)
        ?.load()
        .catch(() => {});
    };
    for (const sign of SIGNS) document.addEventListener(sign, fetchAhead, { passive: true });
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, fetchAhead);
    };
  }, []);
}
