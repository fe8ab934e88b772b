import { PageHeading } from '../components/page-heading';
import FoundRules from '../features/catalogue/found-rules';
import { SearchBox } from '../features/catalogue/search-box';
import { useWordsInAddress } from '../features/catalogue/search-words';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './errors.module.css';

/** `/errors`: all errors, with the search, whose words are also in the address (`#q=…`). */
export default function ErrorsPage() {
  const ruleset = useRuleset();
  useWordsInAddress();
  return (
    <>
      <title>All errors · ITSMC troubleshooter</title>
      <PageHeading className={styles.title}>All errors</PageHeading>
      <SearchBox>
        <FoundRules ruleset={ruleset} />
      </SearchBox>
    </>
  );
}
