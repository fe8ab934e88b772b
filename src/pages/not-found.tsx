import { useLocation } from 'react-router-dom';
import NearestRules from '../features/catalogue/nearest-rules';
import { RulesetPending } from '../features/ruleset/ruleset-pending';
import { useRuleset } from '../features/ruleset/ruleset-query';

/** Any address that the app does not know. */
export default function NotFoundPage() {
  const query = useRuleset();
  const { pathname } = useLocation();
  if (!query.data) return <RulesetPending query={query} />;
  return <NearestRules rules={query.data.rules} address={pathname} />;
}
