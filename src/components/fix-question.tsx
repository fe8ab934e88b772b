import styles from './fix-question.module.css';

type Answer = 'yes' | 'no';

/** Asks whether what the reader did has fixed the error. `given` is the answer so far, where it can be changed. */
export function FixQuestion({ given, onAnswer }: { given?: Answer | undefined; onAnswer: (said: Answer) => void }) {
  return (
    <fieldset className={`${styles.ask} unprinted needs-script`}>
      <legend>Did this fix it?</legend>
      {(['yes', 'no'] as const).map((said) => (
        <button
          key={said}
          type="button"
          className="button"
          aria-pressed={given && given === said}
          onClick={() => onAnswer(said)}
        >
          {said === 'yes' ? 'Yes' : 'No'}
        </button>
      ))}
    </fieldset>
  );
}
