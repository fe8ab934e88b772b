import { ArrowLeft } from 'lucide-react';
import { lazy, useState } from 'react';
import { Link, type Location, Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import type { Rule } from '../core/ruleset/schema';
import { readValues, type Values, valueNames } from '../core/ruleset/values';
import { Card } from '../features/card/card';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { DidThisFixIt } from '../features/wizard/did-this-fix-it';
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
  const linked = new URLSearchParams(search).get('situation') ?? undefined;
  // The router changes the address a moment later; a choice must show at once.
  const [choice, setChoice] = useState({ linked, situation: linked });
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) {
    // An old id, or one that a mail program or a person wrote in capitals.
    const lower = id.toLowerCase();
    const renamed = ruleset.rules.find((r) => r.id === lower || r.aliases.includes(lower));
    if (renamed) return <Navigate to={{ pathname: `/errors/${renamed.id}`, search, hash }} replace />;
    return <NearestRules rules={ruleset.rules} address={`/errors/${id}`} />;
  }
  return (
    <article className={styles.page}>
      <title>{`${rule.title} · ITSMC troubleshooter`}</title>
      <Link to={origin?.address ?? '/errors'} className={`${styles.back} unprinted`}>
        <ArrowLeft size="1em" aria-hidden="true" /> {origin ? 'Back to the likely causes' : 'All errors'}
      </Link>
      <div className="panel">
        <header className={styles.head}>
          {rule.seenIn.length > 0 && <p>Seen in: {rule.seenIn.join(', ')}</p>}
          <PageHeading>{rule.title}</PageHeading>
        </header>
        <Card
          rule={rule}
          ruleset={ruleset}
          level={2}
          given={givenValues(location, rule)}
          situation={choice.linked === linked ? choice.situation : linked}
          onSituation={(situation) => {
            setChoice({ linked, situation });
            void navigate({ search: `?situation=${situation}`, hash }, { replace: true, state: location.state });
          }}
        />
        {origin?.outcome && <DidThisFixIt address={origin.address} outcome={origin.outcome} />}
      </div>
      <p className="unprinted">
        Not your message? <Link to="/">Paste yours</Link>.
      </p>
    </article>
  );
}

/**
 * The values of a link, or of the finding that the reader came from. The latter are in the history's state, not in the
 * address, since browsers keep and synchronise addresses.
 */
function givenValues({ hash, state }: Location, rule: Rule): Values {
  const names = valueNames(rule);
  const linked = readValues(hash, names);
  const found: unknown = state?.values;
  if (linked.size > 0 || !(found instanceof Map)) return linked;
  return new Map([...found].filter(([name, value]) => names.includes(name) && value));
}
