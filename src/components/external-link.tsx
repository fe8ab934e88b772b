import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A link out of the app: marked, in a new tab, so that a half-done card stays open. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      {/* Held to the last word by a no-break space, so that the mark never starts a line. */}
      {'\u00a0'}
      <Icon size="0.85em" aria-hidden="true" className="inline-icon unprinted" />
      <span className="visually-hidden">(opens in a new tab)</span>
    </a>
  );
}
