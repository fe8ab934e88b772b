import { PageHeading } from '../components/page-heading';
import { FilteredRules } from '../features/catalogue/filtered-rules';
import { RulesetPending } from '../features/ruleset/ruleset-pending';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './errors.module.css';

export default function ErrorsPage() {
  const query = useRuleset();
  return (
    <>
      <title>All errors · ITSMC troubleshooter</title>
      <PageHeading className={styles.title}>All errors</PageHeading>
      {query.data ? <FilteredRules rules={query.data.rules} /> : <RulesetPending query={query} />}
    </>
  );
}
