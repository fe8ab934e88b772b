import { CopyText } from '../../components/copy-text';
import { ExternalLink } from '../../components/external-link';
import { Paragraph } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Snippet } from '../../core/ruleset/schema';
import { valueLabel } from '../../core/ruleset/value-label';
import { fillSnippet, placeholders } from '../../core/snippet/fill';
import { useCard } from './card-context';
import { snippetValues } from './filled-values';
import styles from './snippet-view.module.css';

const LANGUAGE_NAMES = {
  kusto: 'Kusto query',
  powershell: 'PowerShell',
  shell: 'Shell',
  address: 'Address',
} as const;

/** A query, command or address with the reader's values, each quoted so that it stays one harmless string. */
export function SnippetView({ snippet: { title, effect, language, code, forms, source } }: { snippet: Snippet }) {
  const card = useCard();
  const values = snippetValues(card.signatures, card.values);
  const query = fillSnippet(code, language, values);
  const missing = placeholders(code).filter((name) => !Object.hasOwn(values, name));
  return (
    <figure className={styles.snippet} aria-label={title}>
      <p className={styles.title}>{title}</p>
      <Paragraph text={effect} className={styles.effect} />
      {missing.length > 0 && (
        <p className={`${styles.missing} needs-script`}>
          Fill in {missing.map(valueLabel).join(' and ')} above first, or this won’t work.
        </p>
      )}
      {language === 'address' && isLinkable(query) && (
        <p>
          <ExternalLink href={query}>{query}</ExternalLink>
        </p>
      )}
      <CopyText label={`${LANGUAGE_NAMES[language]}: ${title}`} text={query} />
      {forms.map((form) => (
        <details key={form.title} className={`${styles.form} unprinted`}>
          <summary>{form.title}</summary>
          <CopyText
            label={`${form.title}: ${title}`}
            text={fillSnippet(form.code, form.language, { ...values, query })}
          />
        </details>
      ))}
      <SourceLine citation={source} sources={card.ruleset.sources} />
    </figure>
  );
}

/** Whether the filled address leads to a host. A missing or odd value in it shows as a bracket or as %. */
function isLinkable(address: string): boolean {
  try {
    return new URL(address).protocol === 'https:' && !/%[0-9A-F]{2}/i.test(address);
  } catch {
    return false;
  }
}
