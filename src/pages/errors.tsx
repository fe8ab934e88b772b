import { PageHeading } from '../components/page-heading';
import { FilteredRules } from '../features/catalogue/filtered-rules';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './errors.module.css';

/** `/errors`: all errors, with a filter. */
export default function ErrorsPage() {
  const ruleset = useRuleset();
  return (
    <>
      <title>All errors · ITSMC troubleshooter</title>
      <PageHeading className={styles.title}>All errors</PageHeading>
      <FilteredRules ruleset={ruleset} />
    </>
  );
}
