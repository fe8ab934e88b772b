import { useMemo, useState } from 'react';
import { CopyText } from '../../components/copy-text';
import { HideSwitch } from '../../components/hide-switch';
import type { Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './report.module.css';
import { reportMarkdown } from './report-markdown';

/** Offers a report about a text that no rule recognises, shown before it is copied. */
export default function Report({ text, diagnosis, ruleset }: { text: string; diagnosis: Diagnosis; ruleset: Ruleset }) {
  const [hides, setHides] = useState(true);
  // Masking takes too long to repeat at every render.
  const report = useMemo(
    () => reportMarkdown(text, diagnosis, ruleset, hides, new Date().toISOString().slice(0, 10)),
    [text, diagnosis, ruleset, hides],
  );
  return (
    <section className={styles.report} aria-labelledby="report">
      <h3 id="report">Is it an error that is missing here?</h3>
      <p>
        Copy this report and send it to whoever maintains the list of errors. It contains your text. Nothing is sent
        from here: read it first, then paste it where they will see it.
      </p>
      <HideSwitch hides={hides} onChange={setHides}>
        Hide likely secrets and personal data
      </HideSwitch>
      <CopyText label="Report" button="Copy report" text={report} />
    </section>
  );
}
