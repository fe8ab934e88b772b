import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { type OutlineOption, type OutlineQuestion, outlineQuestions } from '../../core/wizard/outline';
import styles from './question-outline.module.css';
import { readOutcome } from './read-outcome';
import { pathSegments, wizardOrigin, wizardPath } from './wizard-address';

/** All questions and where their answers lead; the path that the reader came by is open and marked. */
export function QuestionOutline({ ruleset }: { ruleset: Ruleset }) {
  const outline = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState(false);
  const location = useLocation();
  const origin = wizardOrigin(location);
  const first = outlineQuestions(ruleset.questions, origin ? pathSegments(origin) : null);

  // The router does not scroll to a fragment.
  useEffect(() => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let up = target.querySelector('details'); up; up = up.parentElement?.closest('details') ?? null)
      up.open = true;
    target.scrollIntoView();
    target.querySelector('a')?.focus({ preventScroll: true });
  }, [location]);

  const toggleAll = () => {
    // The first question stays open.
    for (const details of outline.current?.querySelectorAll<HTMLDetailsElement>('li details') ?? []) {
      details.open = !expanded;
    }
    setExpanded(!expanded);
  };
  return (
    <div ref={outline} className={styles.outline}>
      <button type="button" className="button unprinted" onClick={toggleAll}>
        {expanded ? 'Collapse all' : 'Expand all'}
      </button>
      {first && <QuestionPart part={first} ruleset={ruleset} />}
    </div>
  );
}

function QuestionPart({ part, ruleset }: { part: OutlineQuestion; ruleset: Ruleset }) {
  const { question, path, taken, options } = part;
  return (
    <div id={`question-${question.id}`} className={styles.question}>
      <Link to={wizardPath(path)} aria-current={taken ? 'step' : undefined}>
        {question.text}
      </Link>
      <details open={taken || path.length === 0}>
        <summary>
          <span className="visually-hidden">Answers to “{question.text}”</span>
        </summary>
        <ul className={styles.answers}>
          {options.map((each) => (
            <li key={each.option.id} className={each.taken ? styles.taken : undefined}>
              <Link to={wizardPath([...path, each.option.id])} aria-current={each.taken ? 'step' : undefined}>
                {each.option.label}
              </Link>
              <Target part={each} ruleset={ruleset} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What an answer leads to: a question, or the cards of its outcomes. */
function Target({ part, ruleset }: { part: OutlineOption; ruleset: Ruleset }) {
  const { state } = useLocation();
  if (part.next) return <QuestionPart part={part.next} ruleset={ruleset} />;
  if (part.elsewhere) {
    return (
      <p className={styles.target}>
        Continues with{' '}
        <Link to={`#question-${part.elsewhere.id}`} state={state}>
          {part.elsewhere.text}
        </Link>
      </p>
    );
  }
  const rules = new Set(part.option.outcomes.map((outcome) => readOutcome(ruleset, outcome).rule));
  return (
    <ol className={styles.target}>
      {[...rules].map(({ id, title }) => (
        <li key={id}>
          <Link to={`/errors/${id}`} aria-current={part.taken ? 'step' : undefined}>
            {title}
          </Link>
        </li>
      ))}
    </ol>
  );
}
