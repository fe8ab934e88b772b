import type { Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { trustedScript } from '../../lib/trusted-script';
import workerUrl from './diagnosis-worker?worker&url';
import type { WorkerRequest, WorkerResponse } from './worker-messages';

type Listener = {
  progress: (share: number) => void;
  done: (diagnosis: Diagnosis) => void;
  failed: () => void;
};

/** Characters per message. The browser copies them, and more would take longer than a frame. */
const MESSAGE_LENGTH = 1_000_000;

// Once per page, since a policy can be created only once.
const trustedUrl = trustedScript('diagnosis-worker', workerUrl);

/**
 * Diagnoses a text in a worker, so that the page stays responsive. Returns a function that ends the worker. The listener is
 * not called after that, nor after `done` or `failed`.
 */
export function diagnoseInWorker(text: string, { rules }: Ruleset, listener: Listener): () => void {
  const diagnosis: Diagnosis = { findings: [], suggestions: [] };
  let worker: Worker;
  try {
    worker = new Worker(trustedUrl, { type: 'module' });
  } catch {
    listener.failed();
    return () => {};
  }
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => {
    if (data.kind === 'progress') listener.progress(data.share);
    else if (data.kind === 'findings') diagnosis.findings.push(...data.findings);
    else {
      worker.terminate();
      listener.done({ ...diagnosis, suggestions: data.suggestions });
    }
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    listener.failed();
  });
  const send = (request: WorkerRequest) => worker.postMessage(request);
  let timer: ReturnType<typeof setTimeout>;
  const sendFrom = (start: number) => {
    if (start >= text.length) {
      const bare = rules.map(({ id, signatures }) => ({ id, signatures }));
      return send({ kind: 'diagnose', rules: bare });
    }
    send({ kind: 'text', text: text.slice(start, start + MESSAGE_LENGTH) });
    timer = setTimeout(sendFrom, 0, start + MESSAGE_LENGTH);
  };
  sendFrom(0);
  return () => {
    clearTimeout(timer);
    worker.terminate();
  };
}
