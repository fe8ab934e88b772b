import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Message } from '../../components/message';
import { Prose } from '../../components/prose';
import type { Suggestion } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { ruleOf } from './findings';
import styles from './found.module.css';

/** Says that a text holds no known error, and how to go on; `children` offers a report of it. */
export function NothingFound({
  suggestions,
  ruleset,
  children,
}: {
  suggestions: readonly Suggestion[];
  ruleset: Ruleset;
  children: ReactNode;
}) {
  const isInWizard = useLocation().pathname.startsWith('/wizard');
  const messages = ruleset.rules.reduce((sum, rule) => sum + rule.signatures.length, 0);
  return (
    <div className="panel">
      <h2 className={styles.title}>No known error in this text</h2>
      <p>
        The whole text was compared with the {messages} messages of {ruleset.rules.length} known errors. Case, quotes,
        escapes and line breaks make no difference.
      </p>
      {suggestions.length > 0 && (
        <div className={styles.suggestions}>
          <h3>Did you mean</h3>
          <ul>
            {suggestions
              .map(({ ruleId }) => ruleOf(ruleset, ruleId))
              .map((rule) => (
                <li key={rule.id}>
                  <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
                  {rule.signatures.map((signature) => (
                    <p key={signature} className={styles.message}>
                      <Message signature={signature} />
                    </p>
                  ))}
                </li>
              ))}
          </ul>
          <p>These only share words with your text. Compare them before you act.</p>
        </div>
      )}
      <p>
        Paste the whole message, or the whole row that contains it. Or look it up in{' '}
        <Link to="/errors">all errors</Link>.
        {ruleset.questions.length > 0 && !isInWizard && (
          <>
            {' '}
            If there is no message, <Link to="/wizard">answer a few questions</Link>.
          </>
        )}
      </p>
      {ruleset.where && (
        <p>
          <Prose text={ruleset.where} />
        </p>
      )}
      {children}
    </div>
  );
}
