import styles from './hide-switch.module.css';

/** Whether likely secrets are hidden in what the reader copies. */
export function HideSwitch({ hides, onChange }: { hides: boolean; onChange: (hides: boolean) => void }) {
  return (
    <label className={styles.hide}>
      <input type="checkbox" checked={hides} onChange={({ target }) => onChange(target.checked)} />
      Hide likely secrets and personal data in the copied text
    </label>
  );
}
