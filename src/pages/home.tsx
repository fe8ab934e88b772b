import { useLayoutEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Paragraph } from '../components/prose';
import { RecentRules } from '../features/catalogue/recent-rules';
import { RuleList } from '../features/catalogue/rule-list';
import { PasteBox } from '../features/diagnose/paste-box';
import { Notices } from '../features/notice/notices';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { FirstQuestion } from '../features/wizard/answer-links';
import { wizardOrigin } from '../features/wizard/wizard-address';
import styles from './home.module.css';
import { Diagnosis, usePasteDiagnosis } from './parts/diagnosis';

/** More errors than a reader would scroll through are for the search. */
const MAX_LISTED = 60;

/** `/`: the paste box, and beside it the first question, or what the text holds. Then the rest of the page makes room. */
export default function HomePage() {
  const origin = wizardOrigin(useLocation());
  const ruleset = useRuleset();
  const { product } = ruleset;
  const { paste, state, findings } = usePasteDiagnosis(ruleset);
  const hasText = paste.text.trim() !== '' || paste.files.length > 0;
  const arrivalsBefore = useRef(paste.arrivals);
  useLayoutEffect(() => {
    if (arrivalsBefore.current === paste.arrivals) return;
    arrivalsBefore.current = paste.arrivals;
    scrollTo(0, 0);
  }, [paste.arrivals]);
  return (
    <div className={styles.page} data-result={hasText || undefined}>
      <title>{`${product.name}: paste an error, read the fix`}</title>
      <header className={styles.head}>
        <div className={hasText ? 'visually-hidden' : undefined}>
          <h1>{product.heading}</h1>
          <p>{product.lead}</p>
        </div>
        {origin && (
          <p>
            <Link to={origin}>Back to the questions</Link>
          </p>
        )}
      </header>
      <div className={`${styles.paste} unprinted`}>
        <p className="panel without-script">
          Reading a pasted text needs JavaScript, which is off in this browser. All errors are listed below with their
          causes.
        </p>
        <PasteBox paste={paste} findings={findings} example={ruleset.example} autoFocus />
        {!hasText && <Paragraph text={ruleset.where} className={styles.where} />}
      </div>
      <div className={styles.side}>
        {!hasText && (
          <div className={styles.notices}>
            <Notices ruleset={ruleset} />
          </div>
        )}
        <Diagnosis paste={paste} state={state} className={styles.diagnosis} />
        {!hasText && <FirstQuestion questions={ruleset.questions} level={2} />}
      </div>
      {!hasText && (
        <section aria-labelledby="all-errors" className={`${styles.all} unprinted`}>
          <h2 id="all-errors">
            All errors <small>{ruleset.rules.length}</small>
          </h2>
          <RecentRules ruleset={ruleset} />
          <RuleList rules={ruleset.rules.slice(0, MAX_LISTED)} level={3} />
          {ruleset.rules.length > MAX_LISTED && <Link to="/errors">See all errors</Link>}
        </section>
      )}
    </div>
  );
}
