import { Message } from '../../components/message';
import { Prose } from '../../components/prose';
import styles from './error-message.module.css';

/** The error's texts, or what one notices where it has none. */
export function ErrorMessage({ signatures, symptom }: { signatures: readonly string[]; symptom: string | undefined }) {
  return (
    <>
      {symptom && (
        <p>
          <Prose text={symptom} />
          {signatures.length === 0 && ' There is no message for it.'}
        </p>
      )}
      {signatures.map((signature, i) => (
        <div key={signature} className={styles.text}>
          {i > 0 && <p className={styles.or}>or</p>}
          <p className={styles.message}>
            <Message signature={signature} />
          </p>
        </div>
      ))}
    </>
  );
}
