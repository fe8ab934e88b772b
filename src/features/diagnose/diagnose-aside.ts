import type { Diagnosis } from '../../core/diagnosis';
import workerUrl from './diagnosis-worker?worker&url';
import type { Report, Task } from './worker-messages';

type Listener = {
  progress: (share: number) => void;
  done: (diagnosis: Diagnosis) => void;
  failed: () => void;
};

/** What TypeScript's own types do not know yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
};

/** Where Trusted Types are required, a browser runs only scripts that a policy vouches for; this one knows one script. */
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('diagnosis-worker', { createScriptURL: () => workerUrl });

/**
 * Diagnoses in a worker, so that the page goes on meanwhile. Returns a function that ends it at once; after that,
 * or after `done` or `failed`, the listener hears nothing more.
 */
export function diagnoseAside(task: Task, listener: Listener): () => void {
  const diagnosis: Diagnosis = { findings: [], suggestions: [] };
  let worker: Worker;
  try {
    worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
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
  worker.postMessage(task);
  return () => worker.terminate();
}
