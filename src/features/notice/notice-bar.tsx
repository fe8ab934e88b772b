import { ChevronDown, Info } from 'lucide-react';
import { ExternalLink } from '../../components/external-link';
import { Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Notice, Ruleset } from '../../core/ruleset/schema';
import styles from './notice-bar.module.css';

/** What every reader should know, one line each that opens to the whole text. */
export function NoticeBar({ ruleset }: { ruleset: Ruleset }) {
  if (ruleset.notices.length === 0) return null;
  return (
    <aside className={styles.bar} aria-label="Notices">
      {ruleset.notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} sources={ruleset.sources} />
      ))}
    </aside>
  );
}

function NoticeLine({ notice, sources }: { notice: Notice; sources: Ruleset['sources'] }) {
  return (
    <details className={styles.notice}>
      <summary>
        <Info size="1.1em" aria-hidden="true" />
        <span>{notice.title}</span>
        <ChevronDown size="1.1em" aria-hidden="true" className={styles.arrow} />
      </summary>
      <div className={styles.body}>
        {notice.text.map((paragraph) => (
          <p key={paragraph}>
            <Prose text={paragraph} />
          </p>
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
  );
}
