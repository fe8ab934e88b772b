import { useNavigate } from 'react-router-dom';
import styles from './did-this-fix-it.module.css';
import type { WizardOrigin } from './wizard-address';

/** Asks whether an outcome was the cause. "Yes" leads to the summary, "No" to the next likely cause. */
export function DidThisFixIt({ address, outcome }: Required<WizardOrigin>) {
  const navigate = useNavigate();
  const answer = (said: 'yes' | 'no') =>
    void navigate(`${address}${address.includes('?') ? '&' : '?'}${said}=${outcome}`);
  return (
    <fieldset className={`${styles.ask} unprinted needs-script`}>
      <legend>Did this fix it?</legend>
      <button type="button" className="button" onClick={() => answer('yes')}>
        Yes
      </button>
      <button type="button" className="button" onClick={() => answer('no')}>
        No
      </button>
    </fieldset>
  );
}
