import { ArrowLeft } from 'lucide-react';
import { lazy, startTransition, useOptimistic } from 'react';
import { Link, type Location, Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { readValues, type Values } from '../core/ruleset/values';
import { Card } from '../features/card/card';
import { type Choice, choiceQuery } from '../features/card/card-context';
import { usedNames } from '../features/card/filled-values';
import { NoteOpened } from '../features/catalogue/recent-rules';
import { Notices } from '../features/notice/notices';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { wizardOrigin } from '../features/wizard/wizard-address';
import styles from './error.module.css';

// Most visits end at a card that exists, and do not need the search.
const NearestRules = lazy(() => import('../features/catalogue/nearest-rules'));

/** `/errors/<id>`: one card. An old id redirects to the new one; an unknown id is answered with the nearest cards. */
export default function ErrorPage() {
  const ruleset = useRuleset();
  const { id = '' } = useParams();
  const location = useLocation();
  const { hash, search } = location;
  const origin = wizardOrigin(location);
  const navigate = useNavigate();
  // The router changes the address a moment later; a choice must show at once.
  const [choice, setChoice] = useOptimistic<Choice>(Object.fromEntries(new URLSearchParams(search)));
  const onChoice = (next: Choice) =>
    startTransition(() => {
      setChoice(next);
      void navigate({ search: choiceQuery(next), hash }, { replace: true, state: location.state });
    });
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) {
    // An old id, or one that a mail program or a person wrote in capitals.
    const lower = id.toLowerCase();
    const renamed = ruleset.rules.find((r) => r.id === lower || r.aliases.includes(lower));
    if (renamed) return <Navigate to={{ pathname: `/errors/${renamed.id}`, search, hash }} replace />;
    return <NearestRules ruleset={ruleset} address={`/errors/${id}`} />;
  }
  return (
    <article className={styles.page}>
      <p className={`${styles.ways} unprinted`}>
        <Link to={origin ?? '/errors'}>
          <ArrowLeft size="1em" aria-hidden="true" />
          {origin ? 'Back to the likely causes' : 'All errors'}
        </Link>
        <Link to="/">Paste another message</Link>
      </p>
      <Card
        rule={rule}
        ruleset={ruleset}
        level={2}
        heading={<PageHeading>{rule.title}</PageHeading>}
        {...givenValues(location, usedNames(rule, ruleset))}
        choice={choice}
        onChoice={onChoice}
      />
      <Notices ruleset={ruleset} rules={[rule.id]} isOpen />
      <NoteOpened id={rule.id} />
    </article>
  );
}

/**
 * The values of a link, or of the finding that the reader came from. The latter are in the history's state, not in the
 * address, since browsers keep and synchronise addresses.
 */
function givenValues({ hash, state }: Location, names: readonly string[]): { given: Values; isFound: boolean } {
  const linked = readValues(hash, names);
  const found: unknown = state?.values;
  if (linked.size > 0 || !(found instanceof Map)) return { given: linked, isFound: false };
  return { given: new Map([...found].filter(([name, value]) => names.includes(name) && value)), isFound: true };
}
