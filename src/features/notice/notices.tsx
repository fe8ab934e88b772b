import { Info, X } from 'lucide-react';
import { ExternalLink } from '../../components/external-link';
import { Paragraph } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Notice, Ruleset } from '../../core/ruleset/schema';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './notices.module.css';

const NONE: readonly string[] = [];

/** The notices in short, each until the reader dismisses it on this device; `src/main.ts` hides them before the start. */
export function NoticeLines({ notices, sources }: Ruleset) {
  const [dismissed, setDismissed] = useKeptValue('device', 'notices', NONE);
  return notices
    .filter(({ id }) => !dismissed.includes(id))
    .map((notice) => (
      <aside key={notice.id} id={`notice-${notice.id}`} className={`${styles.line} unprinted`} aria-label="Notice">
        <Info size="1.1em" aria-hidden="true" />
        <details>
          <summary>{notice.title}</summary>
          <NoticeText notice={notice} sources={sources} />
        </details>
        <button
          type="button"
          className="link-button"
          aria-label="Dismiss this notice"
          onClick={() => setDismissed([...dismissed, notice.id])}
        >
          <X size="1.1em" aria-hidden="true" />
        </button>
      </aside>
    ));
}

/** The notices that concern some of these rules, in full. */
export function Notices({ ruleset, rules }: { ruleset: Ruleset; rules: readonly string[] }) {
  return ruleset.notices
    .filter(({ concerns }) => concerns.some((id) => rules.includes(id)))
    .map((notice) => (
      <aside key={notice.id} className={styles.full} aria-label="Notice">
        <strong>{notice.title}</strong>
        <NoticeText notice={notice} sources={ruleset.sources} />
      </aside>
    ));
}

function NoticeText({ notice, sources }: { notice: Notice; sources: Ruleset['sources'] }) {
  return (
    <div className={styles.text}>
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
  );
}
