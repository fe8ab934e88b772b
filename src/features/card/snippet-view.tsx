import { useContext } from 'react';
import { CopyText } from '../../components/copy-text';
import { ExternalLink } from '../../components/external-link';
import { Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import { parseSignature } from '../../core/diagnosis/signature';
import type { Ruleset, Snippet } from '../../core/ruleset/schema';
import { valueLabel } from '../../core/ruleset/value-label';
import { fillSnippet, placeholders } from '../../core/snippet/fill';
import { CardValues } from '../../lib/card-values';
import styles from './snippet-view.module.css';

const LANGUAGE_NAMES = {
  kusto: 'Kusto query',
  powershell: 'PowerShell',
  shell: 'Shell',
  address: 'Address',
} as const;

/** A query, command or address with the reader's values in it, quoted so that each stays one harmless string. */
export function SnippetView({
  snippet,
  sources,
  message,
}: {
  snippet: Snippet;
  sources: Ruleset['sources'];
  /** A fixed part of the error's message, to be searched for. */
  message: string;
}) {
  const values = { ...Object.fromEntries(useContext(CardValues)), message };
  const query = fillSnippet(snippet.code, snippet.language, values);
  const missing = placeholders(snippet.code).filter((name) => !Object.hasOwn(values, name));
  const opens = snippet.language === 'address' && isAddress(query);
  return (
    <figure className={styles.snippet} aria-label={snippet.title}>
      <p className={styles.title}>{snippet.title}</p>
      <p className={styles.effect}>
        <Prose text={snippet.effect} />
      </p>
      {missing.length > 0 && (
        <p className={`${styles.missing} needs-script`}>
          Fill in {missing.map(valueLabel).join(' and ')} above first: without it this finds nothing.
        </p>
      )}
      {opens && (
        <p>
          <ExternalLink href={query}>{query}</ExternalLink>
        </p>
      )}
      <CopyText label={`${LANGUAGE_NAMES[snippet.language]}: ${snippet.title}`} button="Copy" text={query} />
      {snippet.forms.map((form) => (
        <details key={form.title} className={`${styles.form} unprinted`}>
          <summary>{form.title}</summary>
          <CopyText
            label={`${form.title}: ${snippet.title}`}
            button="Copy"
            text={fillSnippet(form.code, form.language, { ...values, query })}
          />
        </details>
      ))}
      <SourceLine citation={snippet.source} sources={sources} />
    </figure>
  );
}

/**
 * Takes a signature and returns its longest piece of fixed text without quotes and brackets, around which spaces come
 * and go: what a log is searched for.
 */
export function fixedPart(signature: string): string {
  return parseSignature(signature)
    .flatMap((part) => (part.kind === 'text' ? part.text.split(/["{}[\]]/) : []))
    .map((text) => text.trim())
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** Whether a link may lead there: while a value is missing there is no such host. */
function isAddress(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:' && !/%[0-9A-F]{2}/i.test(text);
  } catch {
    return false;
  }
}
