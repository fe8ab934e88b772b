import type { Diagnosis } from '../../core/diagnosis';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Ruleset } from '../../core/ruleset/schema';
import { trustedScript } from '../../lib/trusted-script';
import workerUrl from './diagnosis-worker?worker&url';
import { LARGE_TEXT } from './text-size';
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

/** The worker, and the dataset that its engine was made for. It serves one text after the other. */
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
    send(worker, { kind: 'prepare', ruleset: { rules, context } });
  } catch {
    // A browser without workers: each diagnosis will say that it failed.
  }
}

function stopWorker(): void {
  current?.worker.terminate();
  current = undefined;
}

/**
 * Diagnoses a text in the worker, so that the page stays responsive. Returns a function that ends the diagnosis. The
 * listener is not called after that, nor after `done` or `failed`.
 */
export function diagnoseInWorker(text: string, ruleset: Ruleset, { progress, done, failed }: Listener): () => void {
  prepareWorker(ruleset);
  const worker = current?.worker;
  if (!worker) {
    const later = setTimeout(failed);
    return () => clearTimeout(later);
  }
  const run = ++runs;
  const findings: PlacedFinding[] = [];
  let timer: ReturnType<typeof setTimeout>;
  const end = () => {
    clearTimeout(timer);
    if (run !== runs) return;
    worker.onmessage = null;
    worker.onerror = stopWorker;
    // A small text is done before another worker would have started. A large one also leaves much memory behind.
    if (text.length > LARGE_TEXT) stopWorker();
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
    if (data.run !== run) return;
    if (data.kind === 'progress') return progress(data.share);
    if (data.kind === 'findings') return void findings.push(...data.findings);
    end();
    done({ findings, suggestions: data.suggestions });
  };
  worker.onerror = () => {
    stopWorker();
    failed();
  };
  const sendFrom = (start: number) => {
    const end = start + MESSAGE_LENGTH;
    send(worker, { kind: 'text', text: text.slice(start, end) });
    if (end < text.length) timer = setTimeout(sendFrom, 0, end);
    else send(worker, { kind: 'diagnose', run });
  };
  sendFrom(0);
  return end;
}

function send(worker: Worker, request: WorkerRequest): void {
  worker.postMessage(request);
}
