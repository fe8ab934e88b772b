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
    const takePaste = ({ target, clipboardData }: ClipboardEvent) => {
      const text = clipboardData?.getData('text/plain');
      if (!text?.trim() || (target instanceof Element && target.matches(':read-write'))) return;
      replace(text);
      if (pathname !== '/') void navigate('/');
    };
    document.addEventListener('paste', takePaste);
    return () => document.removeEventListener('paste', takePaste);
  });

  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files');
    const takeDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      dataset.drop = '';
    };
    const endDrag = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) delete dataset.drop;
    };
    const takeFiles = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      delete dataset.drop;
      open([...(event.dataTransfer?.files ?? [])]);
      if (pathname !== '/') void navigate('/');
    };
    const listeners = { dragover: takeDrag, dragleave: endDrag, drop: takeFiles };
    for (const [type, listener] of Object.entries(listeners))
      document.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        document.removeEventListener(type, listener as EventListener);
    };
  });
  return null;
}
