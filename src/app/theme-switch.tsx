import { SunMoon } from 'lucide-react';
import { useEffect } from 'react';
import { useKeptValue } from '../lib/use-kept-value';
import styles from './layout.module.css';

/** Chooses the theme for this device. `src/main.ts` applies it before the app starts. */
export function ThemeSwitch() {
  const [theme, setTheme] = useKeptValue('device', 'theme', '');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <label className={`${styles.theme} needs-script`}>
      <SunMoon size="1.1em" aria-hidden="true" />
      <span className="visually-hidden">Theme</span>
      <select value={theme} onChange={({ target }) => setTheme(target.value)}>
        <option value="">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
