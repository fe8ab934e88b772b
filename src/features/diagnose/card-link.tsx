import { Link, useNavigate } from 'react-router-dom';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Rule } from '../../core/ruleset/schema';
import { valuesFragment } from '../../core/ruleset/values';
import { valuesOf } from './findings';

/**
 * Leads to a found error's card with its values. They go along in the history's state, since browsers keep and
 * synchronise addresses. Another tab or window knows no such state, so the address that it opens carries them.
 */
export function CardLink({ rule, finding }: { rule: Rule; finding: PlacedFinding }) {
  const navigate = useNavigate();
  const values = valuesOf(finding);
  const path = `/errors/${rule.id}${finding.situation ? `?situation=${finding.situation}` : ''}`;
  return (
    <Link
      to={path + valuesFragment(values)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void navigate(path, { state: { values } });
      }}
    >
      {rule.title}
    </Link>
  );
}
