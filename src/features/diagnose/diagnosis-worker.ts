import { createDiagnoser } from '../../core/diagnosis';
import type { Order, Report, Task } from './worker-messages';

/** Reading one message of all findings could hold the page up for longer than a frame. */
const PARCEL = 500;

let text = '';

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'text') text += data.text;
  else diagnose({ rules: data.rules, text });
});

function diagnose({ rules, text }: Task): void {
  const send = (report: Report) => postMessage(report);
  const { findings, suggestions } = createDiagnoser(rules).diagnose(text, (share) =>
    send({ kind: 'progress', share }),
  );
  for (let from = 0; from < findings.length; from += PARCEL) {
    send({ kind: 'findings', findings: findings.slice(from, from + PARCEL) });
  }
  send({ kind: 'done', suggestions });
}
