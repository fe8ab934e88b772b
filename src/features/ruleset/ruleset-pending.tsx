import type { UseQueryResult } from '@tanstack/react-query';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { problemText, RulesetError } from '../../core/ruleset/problem';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './ruleset-pending.module.css';
import { rulesetUrl } from './ruleset-query';

/** More would bury the first, which is often the cause of the rest. */
const SHOWN_PROBLEMS = 5;

/** What stands in a page's place until the dataset is there: that it is loading, or what failed and how to go on. */
export function RulesetPending({ query }: { query: UseQueryResult<Ruleset> }) {
  // During a retry the failure stays in sight, so that nothing jumps and the button keeps the focus.
  const error = query.error ?? query.failureReason;
  if (!error || (query.isFetching && query.errorUpdateCount === 0)) {
    return (
      <div className={styles.loading} role="status">
        <span className="visually-hidden">Loading the known errors…</span>
        <div className={styles.bars} aria-hidden="true" />
      </div>
    );
  }
  const invalid = error instanceof RulesetError;
  return (
    <section className={styles.failure} role="alert">
      <h2>
        <TriangleAlert aria-hidden="true" />
        {invalid ? 'The list of known errors is not valid' : 'The known errors could not be loaded'}
      </h2>
      <p>
        {invalid ? 'This file on the server has to be mended:' : error.message} <br />
        <code>{rulesetUrl}</code>
      </p>
      {invalid && <Problems error={error} />}
      <p>What you typed is kept.</p>
      <RetryButton query={query} />
    </section>
  );
}

function RetryButton({ query }: { query: UseQueryResult<Ruleset> }) {
  const button = useRef<HTMLButtonElement>(null);
  // It goes when it has helped; what it brought is then what the reader goes on with.
  useLayoutEffect(
    () => () => {
      if (button.current && button.current === document.activeElement) {
        document.querySelector('main')?.focus({ preventScroll: true });
      }
    },
    [],
  );
  return (
    <button
      ref={button}
      type="button"
      className="button"
      aria-disabled={query.isFetching}
      onClick={() => !query.isFetching && void query.refetch()}
    >
      <RotateCw size="1em" aria-hidden="true" />
      {query.isFetching ? 'Trying again…' : 'Retry'}
    </button>
  );
}

function Problems({ error }: { error: RulesetError }) {
  const more = error.problems.length - SHOWN_PROBLEMS;
  return (
    <ul>
      {error.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
        <li key={problemText(problem)}>
          {problem.path && <code>{problem.path}</code>}{' '}
          {problem.rule && `(rule “${problem.rule}”) `}
          {problem.message}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}
