import { Link } from 'react-router-dom';
import type { Question, Ruleset } from '../../core/ruleset/schema';
import { shortestPaths } from '../../core/wizard/walk';
import styles from './map-outline.module.css';
import { wizardPath } from './wizard-address';

/** The map as text: each question with its answers and where these lead. */
export function MapOutline({ ruleset }: { ruleset: Ruleset }) {
  const paths = shortestPaths(ruleset.questions);
  const reached = ruleset.questions.filter(({ id }) => paths.has(id));
  return (
    <ol className={styles.outline}>
      {reached.map((question) => (
        <li key={question.id} id={question.id}>
          <h3>
            <Link to={wizardPath(paths.get(question.id) ?? [])}>{question.text}</Link>
          </h3>
          <ul>
            {question.options.map((option) => (
              <li key={option.id}>
                <Link to={wizardPath([...(paths.get(question.id) ?? []), option.id])}>
                  {option.label}
                </Link>{' '}
                <Target option={option} ruleset={ruleset} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Target({ option, ruleset }: { option: Question['options'][number]; ruleset: Ruleset }) {
  const next = ruleset.questions.find(({ id }) => id === option.next);
  if (next) {
    return (
      <>
        → <a href={`#${next.id}`}>{next.text}</a>
      </>
    );
  }
  const titles = new Map(ruleset.rules.map(({ id, title }) => [id, title]));
  const rules = new Set(option.outcomes.map(({ rule }) => rule));
  return (
    <>
      →{' '}
      {[...rules].map((id, i) => (
        <span key={id}>
          {i > 0 && ', or '}
          <Link to={`/errors/${id}`}>{titles.get(id)}</Link>
        </span>
      ))}
    </>
  );
}
