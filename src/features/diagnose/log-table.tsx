import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useHref } from 'react-router-dom';
import { CopyButton } from '../../components/copy-button';
import { HideSwitch, useHidesSecrets } from '../../components/hide-switch';
import { CardValues, Paragraph } from '../../components/prose';
import type { Entry, LogSummary, Place } from '../../core/log/summary';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import { useOrigin } from '../../lib/hydrated';
import { useMasks } from '../../lib/use-masks';
import { countErrors } from './findings';
import { Excerpt } from './highlights';
import styles from './log-table.module.css';
import { differingValues, logText, ownWords, sayEnds, sayPeriod, sayValues, sharedValues } from './log-text';
import { sayCount } from './text-size';
import type { Reading } from './worker-messages';

type LogProps = { reading: Reading; files: readonly File[]; ruleset: Ruleset; children: ReactNode };

/** What a log holds, error by error; `children` are its rows. */
export function LogTable({ reading: { summary, csv, isPart }, files, ruleset, children }: LogProps) {
  const { errors, rows, errorRows, unknownRows, zone } = summary;
  const [hides] = useHidesSecrets();
  const address = useOrigin() + useHref('/errors/');
  const words = ownWords(summary, files);
  const masks = useMasks(JSON.stringify(words));
  const hidden = new Map(words.map(([, word], i) => [word, masks?.[i]]));
  const show = (word: string) => (hides && hidden.get(word)) || word;
  const quiet = rows - errorRows - unknownRows;
  const save = () => {
    const href = URL.createObjectURL(csv);
    Object.assign(document.createElement('a'), { href, download: 'errors.csv' }).click();
    setTimeout(URL.revokeObjectURL, 60_000, href);
  };
  return (
    <div className="panel">
      <header className={styles.head}>
        <div>
          <h2>{countErrors(errors)}</h2>
          <p>
            {[sayCount(rows, 'row'), sayPeriod(summary, zone)].filter(Boolean).join(', ')}.{' '}
            {quiet > 0 && `${sayCount(quiet, 'row has', 'rows have')} no error. `}
            {unknownRows > 0 && (
              <button type="button" className="link-button" onClick={openUnknown}>
                {sayCount(unknownRows, 'unrecognised error')}
              </button>
            )}
          </p>
          {isPart && <p>Cancelled: only what had been read is shown.</p>}
        </div>
        <div className={`${styles.actions} unprinted`}>
          <CopyButton text={masks && logText({ summary, files, ruleset }, address, show)} isPrimary>
            Copy for a ticket
          </CopyButton>
          <button type="button" className="button" onClick={save}>
            <Download size="1em" aria-hidden="true" /> Save as CSV
          </button>
        </div>
      </header>
      <div className={`${styles.hide} unprinted`}>
        <HideSwitch>Applies to copied text only. The CSV file is complete.</HideSwitch>
      </div>
      <Notes notes={summary.notes} />
      <table className={styles.table}>
        <thead>
          <tr>
            {['Error', 'Times', zone === 'all' ? 'First and last (UTC)' : 'First and last', 'When', 'Where'].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
      <UnknownRows summary={summary} />
    </div>
  );
}

type RowProps = {
  error: Entry;
  rule: Rule;
  summary: LogSummary;
  isOpenAtFirst: boolean;
  card: (place: Place) => ReactNode;
};

/** One error of a log. Its card opens below it, with the values of one of its places: the first, until another is chosen. */
export function LogRow({ error, rule, summary, isOpenAtFirst, card }: RowProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [wanted, setWanted] = useState<Place>();
  const id = useId();
  useEffect(() => {
    const openNow = () => flushSync(() => setOpen(true));
    window.addEventListener('beforeprint', openNow);
    return () => window.removeEventListener('beforeprint', openNow);
  }, []);
  const { rows, counts, where, places } = error;
  const differing = differingValues(error);
  // Once something else is read, its first place counts.
  const chosen = places.find((place) => place === wanted) ?? places[0];
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {rule.title}
          </button>
          <CardValues value={sharedValues(error)}>
            <Paragraph text={causeOf(rule)} />
          </CardValues>
          {differing.map(([label, tally]) => (
            <p key={label}>
              {label}: <span className={styles.values}>{sayValues(tally, 2, 30)}</span>
            </p>
          ))}
        </th>
        <td data-label="Times">{rows.toLocaleString('en')}</td>
        <td data-label="First and last">
          {sayEnds(error, summary).map((end) => (
            <div key={end}>{end}</div>
          ))}
        </td>
        <td data-label="When">{counts.length > 0 && <Counts counts={counts} />}</td>
        <td data-label="Where">{sayValues(where, 3, 30)}</td>
      </tr>
      <tr id={id} hidden={!isOpen}>
        {isOpen && (
          <td colSpan={5}>
            {chosen && card(chosen)}
            <details className={styles.places}>
              <summary>{places.length < rows ? `The first ${places.length} places` : 'All places'}</summary>
              <ol>
                {places.map((place) => (
                  <li key={`${place.file} ${place.row} ${place.finding?.start}`}>
                    {place.time && `${sayPeriod({ first: place.time.ms, last: place.time.ms }, summary.zone)} `}
                    <Excerpt place={place} />
                    {place === chosen && differing.length > 0 && 'Shown on the card'}
                    {place !== chosen && place.finding?.captures.length !== 0 && differing.length > 0 && (
                      <button type="button" className="link-button unprinted" onClick={() => setWanted(place)}>
                        Show this one on the card
                      </button>
                    )}
                  </li>
                ))}
              </ol>
            </details>
          </td>
        )}
      </tr>
    </tbody>
  );
}

/** Rows per part of a log's time, as bars; and as numbers for screen readers. */
function Counts({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <>
      <svg className={styles.counts} viewBox={`0 0 ${counts.length * 4} 20`} aria-hidden="true">
        {counts.map((rows, i) => {
          const height = rows === 0 ? 0.5 : Math.max(1.5, (20 * rows) / most);
          return <rect key={String(i)} x={i * 4} y={20 - height} width="3" height={height} />;
        })}
      </svg>
      <span className="visually-hidden">
        In {counts.length} equal parts of the log’s time: {counts.join(', ')}
      </span>
    </>
  );
}

/** What is wrong with a log, or could not be read. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** Leads to the rows below, which are folded up. */
function openUnknown(): void {
  const rows = document.querySelector<HTMLDetailsElement>('#unknown');
  rows?.setAttribute('open', '');
  rows?.querySelector('summary')?.focus();
}

/** Rows that look like errors, of which none is known: what they have in common, and an example of each. */
export function UnknownRows({ summary: { unknown, unknownRows, zone } }: { summary: LogSummary }) {
  if (unknownRows === 0) return null;
  const others = unknown.reduce((left, { rows }) => left - rows, unknownRows);
  return (
    <details id="unknown" className={styles.places}>
      <summary>{sayCount(unknownRows, 'unrecognised error')}</summary>
      <ol>
        {unknown.map((entry) => (
          <li key={`${entry.places[0]?.file} ${entry.places[0]?.row}`}>
            {sayCount(entry.rows, 'row', 'rows like this')}
            {entry.first !== undefined && `, ${sayPeriod(entry, zone)}`}
            {entry.places[0] && <Excerpt place={entry.places[0]} />}
          </li>
        ))}
        {others > 0 && <li>And {sayCount(others, 'other')}</li>}
      </ol>
    </details>
  );
}
