import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import type { Rule } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import styles from './rule-list.module.css';
import type { Found, Place } from './rule-search';
import { splitAround } from './words';

type Props = {
  rules: readonly Rule[];
  /** What a search found of them. */
  found?: ReadonlyMap<Rule, Found>;
  /** The level of their headings. */
  level: 2 | 3 | 4;
};

/** Errors to choose from, each with its cause, or with the text in which a word was found. */
export function RuleList({ rules, found, level }: Props) {
  const Heading = `h${level}` as const;
  return (
    <ul className={styles.list}>
      {rules.map((rule) => {
        const { words = NONE, place } = found?.get(rule) ?? {};
        return (
          <li key={rule.id} className={styles.item}>
            <Heading className={styles.title}>
              <Link to={`/errors/${rule.id}`}>
                <Marked text={rule.title} words={words} />
              </Link>
            </Heading>
            <p className={styles.cause}>
              {place ? <Excerpt place={place} words={words} /> : <Prose text={causeOf(rule)} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** In characters: two lines, and how much of them stands before the first marked word. */
const MAX_EXCERPT = 170;
const MAX_BEFORE = 60;

/** The part of a text around the first of the words, and what the text is. */
function Excerpt({ place: { kind, text }, words }: { place: Place; words: ReadonlySet<string> }) {
  const pieces = splitAround(words, text);
  const first = pieces
    .slice(
      0,
      pieces.findIndex((piece) => words.has(piece.toLowerCase())),
    )
    .join('').length;
  // Cut between words.
  const start = first < MAX_BEFORE ? 0 : text.indexOf(' ', first - MAX_BEFORE) + 1;
  const end = text.length < start + MAX_EXCERPT ? text.length : text.lastIndexOf(' ', start + MAX_EXCERPT);
  return (
    <>
      <strong>{kind}:</strong> {start > 0 && '…'}
      <Marked text={text.slice(start, end)} words={words} />
      {end < text.length && '…'}
    </>
  );
}

function Marked({ text, words }: { text: string; words: ReadonlySet<string> }) {
  return splitAround(words, text).map((piece, i) =>
    words.has(piece.toLowerCase()) ? <mark key={String(i)}>{piece}</mark> : piece,
  );
}
