import type { ReactNode } from 'react';
import { useKeptValue } from '../lib/use-kept-value';
import styles from './hide-switch.module.css';

/** Whether likely secrets are hidden in all that the reader copies or shares during this visit. */
export const useHidesSecrets = () => useKeptValue('visit', 'hides-secrets', true);

/** Changes what {@link useHidesSecrets} says; `children` say what that means here. */
export function HideSwitch({ children }: { children?: ReactNode }) {
  const [hides, setHides] = useHidesSecrets();
  return (
    <label className={styles.hide}>
      <input type="checkbox" checked={hides} onChange={({ target }) => setHides(target.checked)} />
      <span>
        Hide likely secrets and personal data
        {children && <small> {children}</small>}
      </span>
    </label>
  );
}
