import type { Diagnosis } from '../../core/diagnosis';
import { trustedScript } from '../../lib/trusted-script';
import workerUrl from './diagnosis-worker?worker&url';
import type { Order, Report, Task } from './worker-messages';

type Listener = {
  progress: (share: number) => void;
  done: (diagnosis: Diagnosis) => void;
  failed: () => void;
};

/** So many characters of a text are handed over at once: they are copied, and more would take longer than a frame. */
const PARCEL = 1_000_000;

/** Once a page: a policy's name can be given once. */
const trustedUrl = trustedScript('diagnosis-worker', workerUrl);

/**
 * Diagnoses in a worker, so that the page goes on meanwhile. Returns a function that ends it at once; after that,
 * or after `done` or `failed`, the listener hears nothing more.
 */
export function diagnoseAside(task: Task, listener: Listener): () => void {
  const diagnosis: Diagnosis = { findings: [], suggestions: [] };
  let worker: Worker;
  try {
    worker = new Worker(trustedUrl, { type: 'module' });
  } catch {
    listener.failed();
    return () => {};
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
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
  const send = (order: Order) => worker.postMessage(order);
  let timer: ReturnType<typeof setTimeout>;
  const handOver = (from: number) => {
    if (from >= task.text.length) return send({ kind: 'diagnose', rules: task.rules });
    send({ kind: 'text', text: task.text.slice(from, from + PARCEL) });
    timer = setTimeout(handOver, 0, from + PARCEL);
  };
  handOver(0);
  return () => {
    clearTimeout(timer);
    worker.terminate();
  };
}
