import { useLayoutEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { readLinkText } from './link-text';
import { usePaste } from './use-paste';

/**
 * Takes in a text that comes from outside the box: pasted anywhere on a page but into a field, or carried by a
 * `#text=…` link. It is diagnosed on the first page. Renders nothing.
 */
export function ArrivingText() {
  const { replace } = usePaste();
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();

  // Before the first paint, so that a link never shows an empty box first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another link brings another text
  useLayoutEffect(() => {
    const link = pathname === '/' && readLinkText(hash);
    if (!link) return;
    replace(link.text, link.damaged);
    // The text must not stay in the address.
    void navigate({ hash: '' }, { replace: true });
  }, [hash]);

  useLayoutEffect(() => {
    const takePaste = ({ target, clipboardData }: ClipboardEvent) => {
      const text = clipboardData?.getData('text/plain');
      if (!text?.trim() || (target instanceof Element && target.matches(':read-write'))) return;
      replace(text);
      if (pathname !== '/') void navigate('/');
    };
    document.addEventListener('paste', takePaste);
    return () => document.removeEventListener('paste', takePaste);
  });
  return null;
}
