import type { Ruleset } from '../../core/ruleset/schema';
import { trustedScript } from '../../lib/trusted-script';
import workerUrl from './diagnosis-worker?worker&url';
import type { Progress, Reading, Source, WorkerRequest, WorkerResponse } from './worker-messages';

type Listener = {
  progress: (progress: Progress) => void;
  done: (reading: Reading) => void;
  failed: () => void;
};

// Once per page, since a policy can be created only once.
const trustedUrl = trustedScript('diagnosis-worker', workerUrl);

/** The worker, and the dataset that its engine was made for. It serves one source after the other. */
let current: { worker: Worker; rules: Ruleset['rules'] } | undefined;
let runs = 0;

/** Starts the worker before there is a text, so that the first answer does not wait for the engine. */
export function prepareWorker({ rules, context }: Ruleset): void {
  if (current?.rules === rules) return;
  stopWorker();
  try {
    const worker = new Worker(trustedUrl, { type: 'module' });
    worker.onerror = stopWorker;
    current = { worker, rules };
    send({ kind: 'prepare', ruleset: { rules, context } });
  } catch {
    // A browser without workers: each diagnosis will say that it failed.
  }
}

function stopWorker(): void {
  current?.worker.terminate();
  current = undefined;
}

/**
 * Reads a text or files in the worker, so that the page stays responsive, and diagnoses what they hold. Returns two ways
 * to end it early: `end` keeps what was found and calls `done` with it; after `drop` the listener is not called any more.
 */
export function diagnoseInWorker(source: Source, ruleset: Ruleset, { progress, done, failed }: Listener) {
  prepareWorker(ruleset);
  const worker = current?.worker;
  const run = ++runs;
  if (!worker) {
    const later = setTimeout(failed);
    return { end: () => {}, drop: () => clearTimeout(later) };
  }
  worker.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
    if (data.run !== run) return;
    if (data.kind === 'progress') return progress(data.progress);
    drop();
    done(data.reading);
  };
  worker.onerror = () => {
    stopWorker();
    failed();
  };
  const drop = () => {
    if (run !== runs) return;
    worker.onmessage = null;
    worker.onerror = stopWorker;
  };
  send({ kind: 'read', run, source });
  return {
    end: () => send({ kind: 'end' }),
    drop: () => {
      drop();
      send({ kind: 'end' });
    },
  };
}

function send(request: WorkerRequest): void {
  current?.worker.postMessage(request);
}
