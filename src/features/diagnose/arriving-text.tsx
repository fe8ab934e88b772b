import { useLayoutEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { readLinkText } from './link-text';
import { usePaste } from './use-paste';

/**
 * Takes in what comes from outside the box: a text pasted anywhere on a page but into a field, or carried by a
 * `#text=…` link, or files dropped on a page. It is diagnosed on the first page. Renders nothing.
 */
export function ArrivingText() {
  const { replace, open } = usePaste();
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
    const listening = new AbortController();
    const listen = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(type, listener, listening);
    const { dataset } = document.documentElement;
    const showFirstPage = () => pathname !== '/' && void navigate('/');
    // What has the focus may go with the last result.
    const keepFocus = () =>
      document.activeElement?.closest<HTMLElement>('[aria-label=Diagnosis]')?.focus({ preventScroll: true });
    listen('paste', ({ target, clipboardData }) => {
      const text = clipboardData?.getData('text/plain');
      if (!text?.trim() || (target instanceof Element && target.matches(':read-write'))) return;
      keepFocus();
      replace(text);
      showFirstPage();
    });
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      dataset.drop = '';
    });
    listen('dragleave', ({ relatedTarget }) => {
      if (!relatedTarget) delete dataset.drop;
    });
    listen('drop', (event) => {
      const { files = [], types } = event.dataTransfer ?? {};
      if (!types?.includes('Files')) return;
      event.preventDefault();
      delete dataset.drop;
      keepFocus();
      open([...files]);
      showFirstPage();
    });
    return () => listening.abort();
  });
  return null;
}
