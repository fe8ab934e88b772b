import { Link } from 'react-router-dom';
import { PageHeading } from '../../components/page-heading';
import { Section } from '../../components/section';
import type { Ruleset } from '../../core/ruleset/schema';
import { useHydrated } from '../../lib/hydrated';
import styles from './nearest-rules.module.css';
import { RuleList } from './rule-list';
import { useRuleSearch } from './rule-search';

/** Says that an address is unknown, and offers the errors with the most similar names. */
export default function NearestRules({ ruleset, address }: { ruleset: Ruleset; address: string }) {
  const hydrated = useHydrated();
  // All cards' addresses start like this. The build renders one page for all that are unknown.
  const name = hydrated ? address.replace(/^\/errors\//, '') : '';
  const nearest = [...useRuleSearch(ruleset, name).found.keys()].slice(0, 3);
  return (
    <div className={styles.page}>
      <PageHeading title="Page not found">There is no page at this address</PageHeading>
      <p>{hydrated ? <code>{address}</code> : 'It'} may be mistyped, incomplete or out of date.</p>
      <Section className={styles.nearest} level={2} title={nearest.length > 0 ? 'Similar errors' : 'All errors'}>
        <RuleList rules={nearest.length > 0 ? nearest : ruleset.rules} level={3} />
      </Section>
      <p>
        <Link to="/errors">See all errors</Link> or <Link to="/">paste the message</Link>.
      </p>
    </div>
  );
}
