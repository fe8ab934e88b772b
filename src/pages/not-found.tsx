import { useLocation } from 'react-router-dom';
import NearestRules from '../features/catalogue/nearest-rules';
import { useRuleset } from '../features/ruleset/ruleset-query';

/** Any address that the app does not know. */
export default function NotFoundPage() {
  const { rules } = useRuleset();
  const { pathname } = useLocation();
  return <NearestRules rules={rules} address={pathname} />;
}
