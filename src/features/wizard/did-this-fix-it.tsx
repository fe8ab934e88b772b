import { useNavigate } from 'react-router-dom';
import styles from './did-this-fix-it.module.css';
import { answerTried } from './wizard-address';

/** Asks whether an outcome was the cause. "Yes" leads to the summary, "No" to the next likely cause. */
export function DidThisFixIt({ address, outcome }: { address: string; outcome: number }) {
  const navigate = useNavigate();
  const answer = (helped: boolean) => void navigate(answerTried(address, outcome, helped));
  return (
    <fieldset className={`${styles.ask} unprinted needs-script`}>
      <legend>Did this fix it?</legend>
      <button type="button" className="button" onClick={() => answer(true)}>
        Yes
      </button>
      <button type="button" className="button" onClick={() => answer(false)}>
        No
      </button>
    </fieldset>
  );
}
