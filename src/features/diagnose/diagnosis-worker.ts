import { decodeFile } from '../../core/log/decode';
import { CSV_HEAD, errorCsv } from '../../core/log/error-csv';
import { type ErrorRow, LogReader } from '../../core/log/log-reader';
import { createRecogniser } from '../../core/ruleset/recognise';
import { saySize } from './text-size';
import type { Progress, Source, WorkerRequest, WorkerResponse } from './worker-messages';

const PROGRESS_MS = 200;
/** Rows that become CSV together. A blob need not stay in memory. */
const CSV_ROWS = 1000;

let recogniser = createRecogniser({ rules: [], context: [] });
let signatures: string[] = [];
let titles = new Map<string, string>();
/** The reading that goes on. A request that comes meanwhile ends it. */
let current = 0;

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'prepare') {
    const { rules } = data.ruleset;
    recogniser = createRecogniser(data.ruleset);
    signatures = rules.flatMap((rule) => rule.signatures);
    titles = new Map(rules.map(({ id, title }) => [id, title]));
  } else if (data.kind === 'end') current = 0;
  else void read(data.run, data.source);
});

async function read(run: number, source: Source): Promise<void> {
  current = run;
  const csv: Blob[] = [new Blob([CSV_HEAD])];
  let rows: ErrorRow[] = [];
  const flush = () => {
    if (rows.length > 0) csv.push(new Blob([errorCsv(rows, titles)]));
    rows = [];
  };
  const reader = new LogReader(recogniser, signatures, (row) => {
    if (rows.push(row) === CSV_ROWS) flush();
  });
  reader.begin('');
  const findings = typeof source === 'string' ? reader.read(source, true, true) : [];
  if (typeof source !== 'string') await readFiles(run, source, reader);
  flush();
  const reading = { summary: reader.summary(), findings, csv: new Blob(csv), isPart: current !== run };
  send({ run, kind: 'done', reading });
}

async function readFiles(run: number, files: readonly File[], reader: LogReader): Promise<void> {
  const progress: Progress = { done: 0, total: files.reduce((sum, { size }) => sum + size, 0), rows: 0 };
  let told = performance.now();
  for (const file of files) {
    const before = progress.done;
    const rowsBefore = reader.rows;
    reader.begin(file.name);
    let isUnreadable = false;
    const onBytes = (count: number) => {
      progress.done = before + count;
    };
    try {
      for await (const piece of decodeFile(file.stream(), onBytes, (what) => reader.note(what))) {
        if (current !== run) break;
        reader.read(piece, false);
        if (performance.now() < told + PROGRESS_MS) continue;
        told = performance.now();
        send({ run, kind: 'progress', progress: { ...progress, rows: reader.rows } });
        // Lets a request to end it come in.
        await new Promise((resolve) => setTimeout(resolve));
      }
    } catch (error) {
      isUnreadable = true;
      reader.note(error instanceof Error ? error.message : String(error));
    }
    const missing = before + file.size - progress.done;
    reader.read('', true);
    if (current !== run) return;
    if (missing > 0 && !isUnreadable) reader.note(`ended ${saySize(missing)} early. Was it changed while it was read?`);
    else if (reader.rows === rowsBefore && !isUnreadable) reader.note('is empty: no row was found in it.');
    progress.done = before + file.size;
  }
}

function send(response: WorkerResponse): void {
  postMessage(response);
}
