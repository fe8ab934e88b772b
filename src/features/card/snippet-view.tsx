import { type ReactNode, useRef } from 'react';
import { CopyButton } from '../../components/copy-button';
import { ExternalLink } from '../../components/external-link';
import { Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Snippet } from '../../core/ruleset/schema';
import { fillPieces, fillSnippet, placeholders, wordsOf } from '../../core/snippet/fill';
import { highlight } from '../../core/snippet/highlight';
import { useCard } from './card-context';
import { snippetValues } from './filled-values';
import styles from './snippet-view.module.css';
import { ValueFields } from './value-fields';

const LANGUAGE_NAMES = { kusto: 'Kusto query.', powershell: 'PowerShell.', shell: 'Shell.', address: '' } as const;

/** A query, command or address with the reader's values, each quoted so that it stays one harmless string. */
export function SnippetView({ snippet, isTitled }: { snippet: Snippet; isTitled?: boolean }) {
  const { title, effect, language, code, link, forms, source } = snippet;
  const { rule, ruleset, values: own, kept } = useCard();
  const values = snippetValues(rule, own);
  const names = placeholders(code);
  const query = fillSnippet(code, language, values);
  const href = link ? fillSnippet(link.address, 'address', { query }) : query;
  const opens = names.every((name) => Object.hasOwn(values, name)) && isLinkable(href) && (
    <ExternalLink href={href} className="button primary unprinted">
      {link?.text ?? title}
    </ExternalLink>
  );
  return (
    <figure className={styles.snippet} aria-label={title}>
      {isTitled && <p className={styles.title}>{title}</p>}
      <ValueFields names={names} />
      {language === 'address' ? (
        <p className={`${styles.about} ${opens ? '' : 'unprinted'}`} role="status">
          {opens ||
            `${names.some((name) => kept.get(name)?.trim()) ? 'This does not fit. ' : ''}Enter the ${names.map(wordsOf).join(' and the ')}, or the whole address, to get the link.`}
        </p>
      ) : (
        <Code title={title} code={code} language={language} values={values}>
          {opens}
        </Code>
      )}
      <div className={styles.about}>
        <span>
          {LANGUAGE_NAMES[language]} <Prose text={effect} />
        </span>
        <SourceLine citation={source} sources={ruleset.sources} />
      </div>
      <div className={`${styles.forms} unprinted`}>
        {forms.map((form) => (
          <details key={form.title}>
            <summary>{form.title}</summary>
            <Code {...form} values={{ ...values, query }} />
          </details>
        ))}
      </div>
    </figure>
  );
}

type CodeProps = Snippet['forms'][number] & { values: Readonly<Record<string, string>>; children?: ReactNode };

/** Code in its language's colours, with the values told apart, and a button that copies it. */
export function Code({ title, code, language, values, children }: CodeProps) {
  const shown = useRef<HTMLPreElement>(null);
  // A command holds a whole query, which is no value of the reader's.
  const kind = values.query ? 'string' : 'value';
  const pieces = fillPieces(code, language, values).flatMap((piece, i) =>
    i % 2 === 1 ? [{ kind, text: piece }] : highlight(piece, language),
  );
  return (
    <>
      <pre ref={shown} className={styles.code}>
        {pieces.map(({ kind, text }, i) => (
          <span key={String(i)} className={styles[kind]}>
            {text}
          </span>
        ))}
      </pre>
      <div className={`${styles.actions} unprinted needs-script`}>
        {children}
        <CopyButton text={pieces.map(({ text }) => text).join('')} shown={shown}>
          Copy<span className="visually-hidden"> {title}</span>
        </CopyButton>
      </div>
    </>
  );
}

/** Whether the filled address leads to a host. A missing or odd value in it shows as a bracket or as %. */
function isLinkable(address: string): boolean {
  const [place = ''] = address.split('#');
  return URL.canParse(address) && place.startsWith('https://') && !place.includes('%');
}
