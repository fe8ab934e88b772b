import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Resolution } from '../core/ruleset/schema';

type Props = { href: string; className?: string; children: ReactNode };

/** A link out of the app. It opens a new tab, so that the reader keeps their place on the card. */
export function ExternalLink({ href, className, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
      {/* The no-break space keeps the icon off the start of a line. */}
      {!className && '\u00a0'}
      <Icon size="0.85em" aria-hidden="true" className="inline-icon unprinted" />
      <span className="visually-hidden">(opens in a new tab)</span>
    </a>
  );
}

/** Links out of the app, one below the other. */
export function LinkList({ links, className }: Pick<Resolution, 'links'> & { className?: string | undefined }) {
  if (links.length === 0) return null;
  return (
    <ul className={className}>
      {links.map(({ url, text }) => (
        <li key={url}>
          <ExternalLink href={url}>{text}</ExternalLink>
        </li>
      ))}
    </ul>
  );
}
