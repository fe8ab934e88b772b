import { useMemo, useState } from 'react';
import { version } from '../../../package.json';
import { CopyText } from '../../components/copy-button';
import { HideSwitch, useHidesSecrets } from '../../components/hide-switch';
import type { Suggestion } from '../../core/diagnosis';
import { mask } from '../../core/masking/mask';
import { bullets, fence, inBlocks } from '../../core/ruleset/markdown';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './report.module.css';

/** In characters. Only the start of a longer text is reported. */
const MAX_TEXT = 4000;

type Unrecognised = { text: string; suggestions: readonly Suggestion[]; ruleset: Ruleset };

/** Offers a report about a text in which no error was recognised, shown before it is copied. */
export default function Report({ text, suggestions, ruleset }: Unrecognised) {
  const [isOpen, setOpen] = useState(false);
  const [hides] = useHidesSecrets();
  // Masking takes too long to repeat at every render.
  const report = useMemo(
    () => isOpen && reportMarkdown({ text, suggestions, ruleset }, hides),
    [isOpen, text, suggestions, ruleset, hides],
  );
  return (
    <details className={styles.report} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>For the maintainers of this site: report a missing error</summary>
      <p>It contains your text. Read it, then send it to whoever maintains this list. Nothing is sent by itself.</p>
      <HideSwitch />
      {report && <CopyText label="Report" button="Copy report" text={report} />}
    </details>
  );
}

/** What is needed to add an error to the dataset: the text, what was tried, and versions. */
function reportMarkdown({ text, suggestions, ruleset }: Unrecognised, hides: boolean): string {
  // Mask a longer part, since a secret that is cut in two is not recognised.
  const start = (hides ? mask(text.slice(0, 2 * MAX_TEXT)) : text).slice(0, MAX_TEXT);
  const signatures = ruleset.rules.flatMap((rule) => rule.signatures).length;
  const closest = suggestions.map(({ ruleId, score }) => `${ruleId} (${score.toFixed(2)})`);
  return inBlocks([
    '## Not recognised',
    fence(start),
    ...(text.length > MAX_TEXT ? [`(first ${MAX_TEXT} of ${text.length} characters)`] : []),
    bullets([
      `Tried: ${signatures} messages of ${ruleset.rules.length} known errors`,
      `Closest: ${closest.join(', ') || 'none'}`,
      `App ${version}, list of errors of ${ruleset.updated}, reported ${new Date().toISOString().slice(0, 10)}`,
    ]),
  ]);
}
