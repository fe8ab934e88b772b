import { useState } from 'react';
import type { Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { CopyText } from '../../ui/copy-text';
import styles from './report.module.css';
import { reportMarkdown } from './report-markdown';

/** Offers a report about a text that no rule recognises, in sight before it is copied. */
export default function Report({
  text,
  diagnosis,
  ruleset,
}: {
  text: string;
  diagnosis: Diagnosis;
  ruleset: Ruleset;
}) {
  const [hides, setHides] = useState(true);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className={styles.report} aria-labelledby="report">
      <h3 id="report">Is it an error that is missing here?</h3>
      <p>
        Copy this report for whoever maintains the list of errors. It has your text and a draft of a
        rule for it. Nothing is sent: read it, then paste it where they will see it.
      </p>
      <label className={styles.hide}>
        <input
          type="checkbox"
          checked={hides}
          onChange={({ target }) => setHides(target.checked)}
        />
        Hide likely secrets and personal data
      </label>
      <CopyText
        label="Report"
        button="Copy report"
        text={reportMarkdown(text, diagnosis, ruleset, hides, today)}
      />
    </section>
  );
}
