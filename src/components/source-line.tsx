import type { Citation, Ruleset } from '../core/ruleset/schema';
import { longDate } from '../lib/long-date';
import { ExternalLink } from './external-link';
import styles from './source-line.module.css';

type Props = { citation: Citation | undefined; sources: Ruleset['sources']; showsCheck?: boolean };

/** The page that the facts come from, with the date it gives for itself and perhaps that of our last look at it. */
export function SourceLine({ citation, sources, showsCheck }: Props) {
  const source = sources.find(({ id }) => id === citation?.page);
  if (!source || !citation) return null;
  return (
    <p className={styles.source}>
      Source:{' '}
      <ExternalLink href={citation.anchor ? `${source.url}#${citation.anchor}` : source.url}>
        {source.title}
      </ExternalLink>
      {source.date && (
        <>
          , <time dateTime={source.date}>{longDate(source.date)}</time>
        </>
      )}
      {showsCheck && source.checked && (
        <>
          . Checked <time dateTime={source.checked}>{longDate(source.checked)}</time>
        </>
      )}
    </p>
  );
}
