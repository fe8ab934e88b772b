import { useQuery } from '@tanstack/react-query';
import { longDate } from '../../lib/long-date';
import { rulesetQuery, rulesetUrl } from './ruleset-query';

/** One line that says why the server's dataset is not in use, if it is not. */
export function DatasetNote() {
  const { data, error } = useQuery(rulesetQuery);
  const [reason, ...more] = error?.message.split('\n') ?? [];
  return (
    <p role="status">
      {error && (
        <>
          Showing the errors as of {longDate(data.updated)}. The list on the server at <code>{rulesetUrl}</code> can’t
          be used: {reason}
          {more.length > 0 && ` (and ${more.length} more)`}.
        </>
      )}
    </p>
  );
}
