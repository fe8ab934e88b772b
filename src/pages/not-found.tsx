import { useLocation } from 'react-router-dom';
import NearestRules from '../features/catalogue/nearest-rules';
import { useRuleset } from '../features/ruleset/ruleset-query';

/** Any address that the app does not know. */
export default function NotFoundPage() {
  return <NearestRules ruleset={useRuleset()} address={useLocation().pathname} />;
}
