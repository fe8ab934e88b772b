import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import type { Rule } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import styles from './rule-list.module.css';
import type { Found } from './rule-search';
import { splitAround } from './words';

type Props = { rules: readonly Rule[]; level: 2 | 3 | 4; found?: ReadonlyMap<Rule, Found> };

/** Errors to choose from, each with its cause, or with what a search found. `level` is the level of their headings. */
export function RuleList({ rules, level, found }: Props) {
  const Heading = `h${level}` as const;
  return (
    <ul className={styles.list}>
      {rules.map((rule) => {
        const { words, place } = found?.get(rule) ?? {};
        return (
          <li key={rule.id} className={styles.item}>
            <Heading className={styles.title}>
              <Link to={`/errors/${rule.id}`}>{words ? <Marked text={rule.title} words={words} /> : rule.title}</Link>
            </Heading>
            <p className={styles.cause}>
              {place && <strong>{place.kind}: </strong>}
              {words && place ? <Marked text={place.text} words={words} /> : <Prose text={causeOf(rule)} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** In words and what is between them, on either side of the first marked word. */
const BEFORE = 20;
const BEHIND = 40;

/** A text with these words marked; of a long text the part around the first. */
function Marked({ text, words }: { text: string; words: ReadonlySet<string> }) {
  const pieces = splitAround(words, text);
  const isFound = (piece: string) => words.has(piece.toLowerCase());
  const first = pieces.findIndex(isFound);
  const [start, end] = [Math.max(first - BEFORE, 0), first + BEHIND];
  return [
    start > 0 && '…',
    ...pieces.slice(start, end).map((piece, i) => (isFound(piece) ? <mark key={String(i)}>{piece}</mark> : piece)),
    end < pieces.length && '…',
  ];
}
