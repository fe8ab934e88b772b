import { createRecogniser } from '../../core/ruleset/recognise';
import type { WorkerRequest, WorkerResponse } from './worker-messages';

/** Findings per message: receiving all of them at once could block the page for longer than a frame. */
const MESSAGE_LENGTH = 500;

let recognise = createRecogniser({ rules: [], context: [] });
let text = '';

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'prepare') recognise = createRecogniser(data.ruleset);
  else if (data.kind === 'text') text += data.text;
  else diagnose(data.run);
});

function diagnose(run: number): void {
  const { findings, suggestions } = recognise(text, (share) => send({ run, kind: 'progress', share }));
  text = '';
  for (let start = 0; start < findings.length; start += MESSAGE_LENGTH) {
    send({ run, kind: 'findings', findings: findings.slice(start, start + MESSAGE_LENGTH) });
  }
  send({ run, kind: 'done', suggestions });
}

function send(response: WorkerResponse): void {
  postMessage(response);
}
