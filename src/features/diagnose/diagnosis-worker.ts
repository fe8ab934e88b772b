import { createDiagnoser } from '../../core/diagnosis';
import type { Report, Task } from './worker-messages';

/** Reading one message of all findings could hold the page up for longer than a frame. */
const PARCEL = 500;

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const send = (report: Report) => postMessage(report);
  const { findings, suggestions } = createDiagnoser(data.rules).diagnose(data.text, (share) =>
    send({ kind: 'progress', share }),
  );
  for (let from = 0; from < findings.length; from += PARCEL) {
    send({ kind: 'findings', findings: findings.slice(from, from + PARCEL) });
  }
  send({ kind: 'done', suggestions });
});
