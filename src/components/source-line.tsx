import type { Citation, Ruleset } from '../core/ruleset/schema';
import { ExternalLink } from './external-link';
import styles from './source-line.module.css';

// The app speaks English only; asking the browser for its months takes longer than drawing the page.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Takes a date such as 2026-04-24 and returns it as people write it. */
function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** Where facts come from: the page's title, its address and its own date. */
export function SourceLine({
  citation,
  sources,
}: {
  citation: Citation;
  sources: Ruleset['sources'];
}) {
  const source = sources.find(({ id }) => id === citation.page);
  if (!source) return null;
  return (
    <p className={styles.source}>
      Source:{' '}
      <ExternalLink href={citation.anchor ? `${source.url}#${citation.anchor}` : source.url}>
        {source.title}
      </ExternalLink>
      , <time dateTime={source.date}>{longDate(source.date)}</time>
    </p>
  );
}
