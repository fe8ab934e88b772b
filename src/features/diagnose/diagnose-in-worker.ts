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

/** The worker, and the dataset that its engine was made for. */
let current: { worker: Worker; rules: Ruleset['rules'] } | undefined;

/** Starts the worker before there is a text, so that the first answer does not wait for the engine. */
export function prepareWorker({ rules, context }: Ruleset): void {
  if (current?.rules === rules) return;
  stopWorker();
  try {
    current = { worker: new Worker(trustedUrl, { type: 'module' }), rules };
    current.worker.onerror = stopWorker;
    send({ ruleset: { rules, context } });
  } catch {
    // A browser without workers: each diagnosis will say that it failed.
  }
}

function stopWorker(): void {
  current?.worker.terminate();
  current = undefined;
}

function send(request: WorkerRequest, ...ports: MessagePort[]): void {
  current?.worker.postMessage(request, ports);
}

/**
 * Reads a text or files in the worker, so that the page stays responsive, and diagnoses what they hold. Returns two ways
 * to end it early: `end` keeps what was found and calls `done` with it; after `drop` the listener is not called any more.
 */
export function diagnoseInWorker(source: Source, ruleset: Ruleset, listener: Listener) {
  const { port1: port, port2 } = new MessageChannel();
  let isOver = false;
  const end = () => port.postMessage('end');
  const fail = () => {
    stopWorker();
    if (!isOver) listener.failed();
  };
  port.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
    if (isOver) return;
    if ('progress' in data) return listener.progress(data.progress);
    isOver = true;
    listener.done(data.reading);
  };
  prepareWorker(ruleset);
  if (current) current.worker.onerror = fail;
  else setTimeout(fail);
  send({ source, port: port2 }, port2);
  return {
    end,
    drop: () => {
      isOver = true;
      end();
    },
  };
}
