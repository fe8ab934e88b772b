import styles from './fix-question.module.css';

/** Asks whether what the reader did has fixed the error. */
export function FixQuestion({ onAnswer }: { onAnswer: (said: 'yes' | 'no') => void }) {
  return (
    <fieldset className={`${styles.ask} unprinted needs-script`}>
      <legend>Did this fix it?</legend>
      <button type="button" className="button" onClick={() => onAnswer('yes')}>
        Yes
      </button>
      <button type="button" className="button" onClick={() => onAnswer('no')}>
        No
      </button>
    </fieldset>
  );
}
