import type { Finding } from '../../core/diagnosis';
import type { Rule } from '../../core/ruleset/schema';
import { Message } from '../../ui/message';
import { Prose } from '../../ui/prose';
import { ValueList } from '../../ui/value-list';
import styles from './error-message.module.css';

/** The error's texts; with a finding only the text that was found, and the reader's values by name. */
export function ErrorMessage({ rule, finding }: { rule: Rule; finding: Finding | undefined }) {
  const signatures = finding
    ? rule.signatures.slice(finding.signature, finding.signature + 1)
    : rule.signatures;
  return (
    <>
      {rule.symptom && (
        <p>
          <Prose text={rule.symptom} />
          {signatures.length === 0 && ' There is no message for it.'}
        </p>
      )}
      {signatures.map((signature, i) => (
        <div key={signature} className={styles.text}>
          {i > 0 && <p className={styles.or}>or</p>}
          <p className={styles.message}>
            <Message signature={signature} captures={finding?.captures ?? []} />
          </p>
        </div>
      ))}
      {finding && <ValueList captures={finding.captures} />}
    </>
  );
}
