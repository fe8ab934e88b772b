import styles from './hide-switch.module.css';

/** Whether secrets are hidden in what is copied. */
export function HideSwitch({
  hides,
  onChange,
  children,
}: {
  hides: boolean;
  onChange: (hides: boolean) => void;
  children: string;
}) {
  return (
    <label className={styles.hide}>
      <input type="checkbox" checked={hides} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  );
}
