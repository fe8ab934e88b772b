import { ChevronDown, Info } from 'lucide-react';
import { ExternalLink } from '../../components/external-link';
import { Paragraph } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './notice-bar.module.css';

/** What every reader should know: one line for each notice, which opens to the full text. */
export function NoticeBar({ ruleset: { notices, sources } }: { ruleset: Ruleset }) {
  if (notices.length === 0) return null;
  return (
    <aside className={styles.bar} aria-label="Notices">
      {notices.map((notice) => (
        <details key={notice.id} className={styles.notice}>
          <summary>
            <Info size="1.1em" aria-hidden="true" />
            <span>{notice.title}</span>
            <ChevronDown size="1.1em" aria-hidden="true" className={styles.arrow} />
          </summary>
          <div className={styles.body}>
            {notice.text.map((paragraph) => (
              <Paragraph key={paragraph} text={paragraph} />
            ))}
            <ul>
              {notice.links.map((link) => (
                <li key={link.url}>
                  <ExternalLink href={link.url}>{link.text}</ExternalLink>
                </li>
              ))}
            </ul>
            <SourceLine citation={notice.source} sources={sources} />
          </div>
        </details>
      ))}
    </aside>
  );
}
