import { createDiagnoser } from '../../core/diagnosis';
import type { WorkerRequest, WorkerResponse } from './worker-messages';

/** Findings per message: receiving all of them at once could block the page for longer than a frame. */
const MESSAGE_LENGTH = 500;

let text = '';

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'text') {
    text += data.text;
    return;
  }
  const { findings, suggestions } = createDiagnoser(data.rules).diagnose(text, (share) =>
    send({ kind: 'progress', share }),
  );
  for (let start = 0; start < findings.length; start += MESSAGE_LENGTH) {
    send({ kind: 'findings', findings: findings.slice(start, start + MESSAGE_LENGTH) });
  }
  send({ kind: 'done', suggestions });
});

function send(response: WorkerResponse): void {
  postMessage(response);
}
