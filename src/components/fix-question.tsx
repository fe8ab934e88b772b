import styles from './fix-question.module.css';

/** Asks whether what the reader did has fixed the error; `no` says what comes after that answer. */
export function FixQuestion({ onAnswer, no = 'No' }: { onAnswer: (said: 'yes' | 'no') => void; no?: string }) {
  return (
    <fieldset className={`${styles.ask} unprinted needs-script`}>
      <legend>Did this fix it?</legend>
      <button type="button" className="button" onClick={() => onAnswer('yes')}>
        Yes
      </button>
      <button type="button" className="button" onClick={() => onAnswer('no')}>
        {no}
      </button>
    </fieldset>
  );
}
