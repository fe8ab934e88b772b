import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { readValues, valuesFragment } from '../core/ruleset/values';
import FoundRules from '../features/catalogue/found-rules';
import { SearchBox, useSearchWords } from '../features/catalogue/search-box';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './errors.module.css';

/** `/errors`: all errors, with the search. Its words are in the address after "#", which no server receives. */
export default function ErrorsPage() {
  const ruleset = useRuleset();
  const [words, setWords] = useSearchWords();
  const address = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed later counts, until a link is opened
  useLayoutEffect(() => {
    const takeWords = () => {
      const linked = readValues(location.hash, ['q']).get('q');
      if (linked) setWords(linked);
    };
    takeWords();
    // The router takes the same link, opened by the browser once more, for no change.
    addEventListener('hashchange', takeWords);
    return () => removeEventListener('hashchange', takeWords);
  }, [address]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that is opened again has no words
  useEffect(() => {
    const url = location.pathname + location.search + valuesFragment(new Map([['q', words.trim()]]));
    // Browsers refuse to change an address a hundred times in a few seconds.
    const timer = setTimeout(() => history.replaceState(history.state, '', url), 300);
    return () => clearTimeout(timer);
  }, [words, address]);
  return (
    <>
      <PageHeading className={styles.title}>All errors</PageHeading>
      <SearchBox>
        <FoundRules ruleset={ruleset} />
      </SearchBox>
    </>
  );
}
