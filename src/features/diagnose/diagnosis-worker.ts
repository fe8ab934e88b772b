import { decodeFile } from '../../core/log/decode';
import { CSV_HEAD, errorCsv } from '../../core/log/error-csv';
import { type ErrorRow, LogReader } from '../../core/log/log-reader';
import { createRecogniser, type PlacedFinding } from '../../core/ruleset/recognise';
import { saySize } from './text-size';
import type { Progress, Source, WorkerRequest, WorkerResponse } from './worker-messages';

const PROGRESS_MS = 200;
/** Rows that become CSV together, at most. */
const CSV_ROWS = 1000;

let recogniser = createRecogniser({ rules: [], context: [] });
let signatures: string[] = [];
let titles = new Map<string, string>();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // The page hears of an error, but not of a promise that was rejected.
  if ('source' in data) return read(data.source, data.port).catch(reportError);
  const { rules } = data.ruleset;
  recogniser = createRecogniser(data.ruleset);
  signatures = rules.flatMap((rule) => rule.signatures);
  titles = new Map(rules.map(({ id, title }) => [id, title]));
});

async function read(source: Source, port: MessagePort): Promise<void> {
  let isPart = false;
  port.onmessage = () => {
    isPart = true;
  };
  const send = (response: WorkerResponse) => port.postMessage(response);
  let csv: Blob[] = [];
  let rows: ErrorRow[] = [];
  // A row keeps the piece of the file that it is from in memory, a blob need not be there at all.
  const flush = () => {
    if (rows.length > 0) csv.push(new Blob([errorCsv(rows, titles)]));
    rows = [];
  };
  let findings: PlacedFinding[] = [];
  const readAll = async (isDayFirst: boolean) => {
    csv = [];
    rows = [];
    const reader = new LogReader(recogniser, signatures, (row) => rows.push(row) === CSV_ROWS && flush(), isDayFirst);
    if (typeof source === 'string') {
      reader.begin('');
      findings = reader.read(source, true, true);
      return reader;
    }
    for await (const progress of readFiles(source, reader)) {
      if (isPart) break;
      flush();
      send({ progress });
    }
    return reader;
  };
  let reader = await readAll(false);
  if (reader.misreadDates && !isPart) reader = await readAll(true);
  flush();
  send({ reading: { summary: reader.summary(), findings, csv: new Blob([CSV_HEAD, ...csv]), isPart } });
}

/** Reads files one after the other, and now and then tells how far it is. */
async function* readFiles(files: readonly File[], reader: LogReader): AsyncGenerator<Progress> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  let told = performance.now();
  for (const file of files) {
    const rowsBefore = reader.rows;
    let taken = 0;
    const onBytes = (count: number) => {
      taken = count;
    };
    let isUnreadable = false;
    reader.begin(file.name);
    try {
      for await (const piece of decodeFile(file.stream(), onBytes, (what) => reader.note(what))) {
        reader.read(piece, false);
        if (performance.now() < told + PROGRESS_MS) continue;
        told = performance.now();
        // Lets a request to end it come in.
        await new Promise((resolve) => setTimeout(resolve));
        yield { done: before + taken, total, rows: reader.rows };
      }
    } catch (error) {
      isUnreadable = true;
      reader.note((error as Error).message);
    } finally {
      reader.read('', true);
    }
    before += file.size;
    if (isUnreadable) continue;
    if (taken < file.size)
      reader.note(`ended ${saySize(file.size - taken)} before its size. Was it changed while it was read?`);
    else if (reader.rows === rowsBefore) reader.note('is empty.');
  }
}
