import { X } from 'lucide-react';
import { LinkList } from '../../components/external-link';
import { Paragraph } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Ruleset } from '../../core/ruleset/schema';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './notices.module.css';

type Props = { ruleset: Ruleset; rules?: readonly string[]; isOpen?: boolean };

/**
 * The notices that concern some of these `rules`, in one line each or, if `isOpen`, in full. Without `rules`, all of them,
 * until the reader dismisses them on this device; `src/main.ts` hides those before the app starts.
 */
export function Notices({ ruleset, rules, isOpen = false }: Props) {
  const [dismissed, setDismissed] = useKeptValue<readonly string[]>('device', 'notices', []);
  const shown = ruleset.notices.filter(({ id, concerns }) =>
    rules ? concerns.some((rule) => rules.includes(rule)) : !dismissed.includes(id),
  );
  return shown.map(({ id, title, text, links, source }) => (
    <aside key={id} id={rules ? undefined : `notice-${id}`} className={styles.notice} aria-label="Notice">
      <details open={isOpen}>
        <summary>{title}</summary>
        {text.map((paragraph) => (
          <Paragraph key={paragraph} text={paragraph} />
        ))}
        <LinkList links={links} />
        <SourceLine citation={source} sources={ruleset.sources} />
      </details>
      {!rules && (
        <button
          type="button"
          className="link-button"
          aria-label="Dismiss this notice"
          onClick={() => {
            // The button goes, and would take the focus with it.
            document.getElementById('content')?.focus({ preventScroll: true });
            setDismissed([...dismissed, id]);
          }}
        >
          <X size="1.1em" aria-hidden="true" />
        </button>
      )}
    </aside>
  ));
}
