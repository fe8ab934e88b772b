import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { LogReader } from '../../../src/core/log/log-reader';

const rules = [
  { id: 'auth', signatures: ['User Not Accepted'] },
  { id: 'gone', signatures: ['The queue {name} was deleted from device {device}.'] },
  { id: 'code', signatures: ['Request failed with code 10054 for {host}.'] },
];
const diagnoser = createDiagnoser(rules);
const signatures = rules.flatMap((rule) => rule.signatures);

/** Reads a text as a file, in pieces of a size. */
const readLog = (text: string, size?: number) => readLogs([text], size);
function readLogs(texts: string[], size = 1e9) {
  const rows: string[] = [];
  const reader = new LogReader(diagnoser, signatures, ({ row }) => rows.push(`${row.number} ${row.text.trim()}`));
  for (const text of texts) {
    reader.begin('a.log');
    for (let at = 0; at < text.length; at += size) reader.read(text.slice(at, at + size), false);
    reader.read('', true);
  }
  return { ...reader.summary(), errorTexts: rows };
}
const counts = (text: string, size?: number) =>
  Object.fromEntries(readLog(text, size).errors.map(({ ruleId, rows }) => [ruleId, rows]));

const heading = 'SiteId,"TimeGenerated [UTC]",LogType_s,Message,PrinterConnectionName_s,ExceptionMessage_s';
const csv = [
  heading,
  't,"11/20/2026, 2:01:12.000 PM",ERROR,User Not Accepted,Floor3,',
  't,"11/20/2026, 2:01:44.000 PM",INFO,Sync finished,Floor3,',
  't,"11/20/2026, 2:02:12.000 PM",ERROR,"User Not\nAccepted",Floor4,"at Contoso, line 1"',
  't,"11/20/2026, 3:02:12.000 PM",ERROR,See the exception.,Floor3,"The queue ""A"" was deleted from device CPU."',
  't,"11/20/2026, 4:02:12.000 PM",ERROR,Gateway returned 502 after 12 ms,Floor3,',
  't,"11/20/2026, 4:03:12.000 PM",ERROR,Gateway returned 503 after 7 ms,Floor3,',
].join('\r\n');

it.each([24, 100_000])('counts the rows of a log by equal parts of its time, here %i seconds', (seconds) => {
  const line = (_: unknown, i: number) =>
    `${new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString()} User Not Accepted`;
  const [auth] = readLog(Array.from({ length: seconds }, line).join('\n')).errors;
  expect(auth?.rows).toBe(seconds);
  const even = seconds / 24;
  for (const rows of auth?.counts ?? []) expect(Math.abs(rows - even)).toBeLessThanOrEqual(even / 20);
});

it.each([undefined, 2])('takes no field’s name for an error, indented by %s', (indent) => {
  const record = (level: string, error: string | null) => ({
    time: '2026-11-20T14:01:12Z',
    properties: { level, message: 'Item 1 created', error, exception: { text: '' } },
  });
  const records = [record('INFO', null), record('INFO', null), record('ERROR', 'Gateway refused it')];
  const { rows, unknownRows } = readLog(JSON.stringify(records, undefined, indent));
  expect([rows, unknownRows]).toEqual([3, 1]);
});

describe('a table', () => {
  it('is counted by row, with times, connections and values', () => {
    const { errors, unknown, unknownRows, errorRows, rows, first, last, zone, notes } = readLog(csv);
    expect(errors.map(({ ruleId, rows }) => [ruleId, rows])).toEqual([
      ['auth', 2],
      ['gone', 1],
    ]);
    expect(errors[0]).toMatchObject({
      first: Date.UTC(2026, 10, 20, 14, 1, 12),
      last: Date.UTC(2026, 10, 20, 14, 2, 12),
      where: [
        ['Floor3', 1],
        ['Floor4', 1],
      ],
    });
    expect(errors[1]?.values).toEqual({ name: [['"A"', 1]], device: [['CPU', 1]] });
    expect({ rows, errorRows, unknownRows, zone, notes }).toEqual({
      rows: 6,
      errorRows: 3,
      unknownRows: 2,
      zone: 'all',
      notes: [],
    });
    expect([first, last]).toEqual([Date.UTC(2026, 10, 20, 14, 1, 12), Date.UTC(2026, 10, 20, 16, 3, 12)]);
    // Alike but for their numbers.
    expect(unknown.map((one) => [one.rows, one.places[0]?.row, one.places[0]?.text])).toEqual([
      [2, 5, 'Gateway returned 502 after 12 ms'],
    ]);
  });

  it.each([
    ['Time [UTC]', 0],
    ['Time [UTC-05:00]', -5],
    ['Time [(UTC-05:00) Eastern Time (US & Canada)]', -5],
    ['Time [GMT+2]', 2],
  ])('is in the zone that its heading names: %s', (heading, hours) => {
    const { first, zone } = readLog(`"${heading}",Message\n"12/31/2026, 8:00:00 PM",User Not Authenticated\n`);
    expect([first, zone]).toEqual([Date.UTC(2026, 11, 31, 20) - hours * 3_600_000, 'all']);
  });

  it('counts what a message points to, and the pointer only where it stands alone', () => {
    const pointing: typeof diagnoser = {
      diagnose(text) {
        const { findings, suggestions } = diagnoser.diagnose(text);
        return { findings: findings.map((each) => ({ ...each, isPointer: each.ruleId === 'auth' })), suggestions };
      },
    };
    const reader = new LogReader(pointing, signatures);
    reader.begin('a.csv');
    const rows = ['User Not Accepted,Request failed with code 10054 for web.', 'User Not Accepted,'];
    reader.read(['Message,ExceptionMessage', ...rows].join('\n'), true);
    expect(reader.summary().errors.map(({ ruleId, rows }) => [ruleId, rows])).toEqual([
      ['code', 1],
      ['auth', 1],
    ]);
  });

  it('has its rows in as many parts as its time is divided into', () => {
    const [auth] = readLog(csv).errors;
    expect(auth?.counts).toHaveLength(24);
    expect(auth?.counts.reduce((sum, rows) => sum + rows)).toBe(2);
    expect(auth?.counts[0]).toBe(2);
  });

  it('is the same in pieces of any size', () => {
    const whole = readLog(csv);
    for (const size of [1, 7, 64, 100, 300]) expect(readLog(csv, size)).toEqual(whole);
  });

  it('is known without a heading when it was copied from a grid', () => {
    const row = (message: string) => `11/20/2026, 2:01 PM\tFloor3\t${message}\t0`;
    const text = ['User Not Accepted', 'Sync finished', 'User Not Accepted'].map(row).join('\n');
    expect(counts(text)).toEqual({ auth: 2 });
    expect(readLog(text).first).toBe(Date.UTC(2026, 10, 20, 14, 1));
  });

  it('says where a quotation mark is not closed and where rows have other lengths', () => {
    const text = `${heading}\nt,now,ERROR,User Not Accepted,x,\nt,now\nt,now,ERROR,"User Not Accepted,x,\n`;
    const { notes, errors } = readLog(text);
    expect(errors[0]?.rows).toBe(2);
    expect(notes).toEqual([
      'a.log has rows with more or fewer cells than its first: row 2 and 1 more',
      'a.log has a quotation mark that is not closed: row 3',
    ]);
  });

  it('loses no error that stands where no message is looked for', () => {
    expect(counts('Time,Message,Other\nnow,,User Not Accepted\nnow,,all is well\n')).toEqual({ auth: 1 });
    // A mark that is never closed would take in all that follows.
    const rows = 'now,all is well,x\n'.repeat(1_000_000);
    const { errors, notes } = readLog(`Time,Message,Other\nnow,"User Not Accepted,x\n${rows}`, 1 << 22);
    expect(errors[0]?.rows).toBe(1);
    expect(notes).toContain('a.log has a quotation mark that is not closed: row 1');
  });

  it('loses no rows behind a mark that is never closed near its end', () => {
    const rows = 'now,User Not Accepted,x\n'.repeat(50);
    for (const size of [1e9, 100]) {
      const { errors, rows: count, notes } = readLog(`Time,Message,Other\n${rows}now,"all is well,x\n${rows}`, size);
      expect([count, errors[0]?.rows]).toEqual([101, 100]);
      expect(notes).toContain('a.log has a quotation mark that is not closed: row 51');
    }
  });

  it('takes marks for letters once many of them are never closed', () => {
    const rows = 'now,"User Not Accepted,x\n'.repeat(20_000);
    expect(counts(`Time,Message,Other\n${rows}`)).toEqual({ auth: 20_000 });
  });

  it.each([':00', ''])('has the times of all its rows, in whatever order, with seconds "%s"', (seconds) => {
    const row = (minute: number) => `00:00:01,"2026-11-20 14:${minute}${seconds}",all is well`;
    const text = ['Response time,Time,Message', ...[30, 10, 50, 40].map(row)].join('\n');
    expect(readLog(text)).toMatchObject({
      first: Date.UTC(2026, 10, 20, 14, 10),
      last: Date.UTC(2026, 10, 20, 14, 50),
    });
  });

  it('is no log of lines whose times have a comma, whatever its first line says', () => {
    const line = '2026-11-20 14:01:12,120 ERROR User Not Accepted, again\n';
    expect(readLog(`Starting, build 7, runtime 21\n${line.repeat(20)}`)).toMatchObject({
      rows: 21,
      errors: [{ ruleId: 'auth', rows: 20 }],
    });
  });

  it('is known by a heading that is followed by rows of its length, also with signs or without a first name', () => {
    const lines = 'something else\nUser Not Accepted\n'.repeat(20);
    expect(counts(`Service started, version 1, no error yet\n${lines}`)).toEqual({ auth: 20 });
    expect(readLog('@timestamp,Message\nnow,"all\n\nis well"').rows).toBe(1);
    expect(readLog(',Time,Message\n0,now,"all\n\nis well"').rows).toBe(1);
  });

  it('tells rows apart that differ only in a number that a message contains', () => {
    const row = (code: number, host: string) => `now,"Request failed with code ${code} for ${host}."`;
    const many = Array.from({ length: 3000 }, (_, i) => row(10000 + (i % 50), `web-${i}`)).join('\n');
    expect(counts(`Time,Message\n${many}\n${row(10054, 'web-1')}\n${row(10054, 'web-2')}`)).toEqual({ code: 2 });
  });
});

describe('lines', () => {
  it('without a time belong to the line before that has one', () => {
    const text = [
      '2026-11-20T14:01:12Z ERROR User Not',
      'Accepted',
      '   at Contoso.Run()',
      '2026-11-20T14:01:13+02:00 INFO done',
      '2026-11-20T14:05:13Z User Not Accepted. User Not Accepted.',
    ].join('\n');
    const { errors, rows, first, zone } = readLog(text);
    expect(rows).toBe(3);
    expect(errors.map(({ ruleId, rows, places }) => [ruleId, rows, places.length])).toEqual([['auth', 2, 3]]);
    expect([first, zone]).toEqual([Date.UTC(2026, 10, 20, 12, 1, 13), 'all']);
  });

  it('are found across the pieces and stretches of a long text, each once', () => {
    const noise = 'INFO nothing happened here that anybody would want to know about\n';
    const message = 'The queue some\nwhere was deleted from device disk\nfull.\n';
    const text = `${noise.repeat(7900)}${message}${noise.repeat(100)}${message}`.repeat(3);
    expect(counts(text, 65_536)).toEqual({ gone: 6 });
  });

  it('of one error are counted as often as a search finds it', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.nat(), (flags, seed) => {
        const lines = flags.map((isError, i) => (isError ? `${i} User Not Accepted` : `${i} all is well`));
        const wanted = flags.filter(Boolean).length;
        expect(counts(lines.join('\n'), 1 + (seed % 50))).toEqual(wanted > 0 ? { auth: wanted } : {});
      }),
    );
  });
});

describe('rows that are not known', () => {
  it('are one kind if only names, numbers and values of fields differ', () => {
    const line = (i: number) => `ERROR pod=web-${i} user="u${i}" [thread ${i}]: connection to host${i} refused`;
    const { unknown, unknownRows } = readLog(Array.from({ length: 300 }, (_, i) => line(i)).join('\n'));
    expect([unknown.length, unknownRows]).toEqual([1, 300]);
  });

  it('are told apart by their messages alone where they are records', () => {
    const record = (i: number) =>
      JSON.stringify({ host: `web-${i}`, user: 'abc'[i % 3], message: 'Gateway refused it' });
    const { unknown } = readLog(Array.from({ length: 30 }, (_, i) => record(i)).join('\n'));
    expect(unknown).toMatchObject([{ rows: 30, places: [{ text: 'Gateway refused it' }] }]);
  });
});

describe('odd logs', () => {
  const trace = '   at Contoso.Run()\n'.repeat(30);
  it('of long stack traces have a row for each time', () => {
    const text = `2026-11-20T14:01:12Z ERROR User Not Accepted\n${trace}`.repeat(6);
    expect(readLog(text)).toMatchObject({ rows: 6, unknownRows: 0, first: Date.UTC(2026, 10, 20, 14, 1, 12) });
  });

  it('with times in seconds or milliseconds since 1970 have a row for each', () => {
    const text = '1795183272123 ERROR User Not Accepted\n  at Contoso\n[1795183273] all is well\n'.repeat(3);
    expect(readLog(text)).toMatchObject({ rows: 6, first: 1795183272123, zone: 'all' });
  });

  it('say nothing of a line that names a lower level, or says that there is no error', () => {
    const text = [
      'INFO An error occurred before',
      '[DEBUG] failed once',
      'time=14:01 level=info msg="failed once"',
      'Finished with 0 errors',
      'ERROR Gateway gone',
    ];
    expect(readLog(text.join('\n'))).toMatchObject({ rows: 5, unknownRows: 1 });
  });

  it('have a row for each line where all but the first are indented', () => {
    expect(readLog(`Errors of today:\n${'   User Not Accepted\n'.repeat(20)}`)).toMatchObject({ rows: 21 });
  });

  it('of traces without indentation or time have a row for each', () => {
    const text = 'ERROR User Not Accepted\nCaused by: Contoso.Exception failed\n\tat Contoso.Run()\n'.repeat(9);
    expect(readLog(text)).toMatchObject({ rows: 9, unknownRows: 0 });
  });

  it('of blocks have a row for each', () => {
    const block = 'fail: Contoso.Sync[14]\n      User Not Accepted\n         at Contoso.Run()\n';
    const text = `${'info: Contoso.Sync[0]\n      Nothing failed\n'}${block}`.repeat(5);
    for (const size of [text.length, 17]) {
      expect(readLog(text, size)).toMatchObject({ rows: 10, unknownRows: 0, errors: [{ ruleId: 'auth', rows: 5 }] });
    }
  });

  it('have their heading known behind a line for spreadsheets and with any signs', () => {
    const text = 'sep=;\r\nCPU %;Time [UTC];Message\r\n7;2026-11-20 14:01;User Not Accepted\r\n';
    expect(readLog(text)).toMatchObject({ rows: 1, zone: 'all', errors: [{ ruleId: 'auth', rows: 1 }] });
  });

  it('of JSON lines go on behind a line that is broken, and name it', () => {
    const line = '{"time":"2026-11-20T14:01:12Z","message":"User Not Accepted"}\n';
    for (const broken of ['{"time":"2026-\n', '{"a":{"b":1}\n']) {
      const text = line.repeat(3) + broken + line.repeat(2);
      for (const size of [text.length, 17]) {
        const { rows, errors, notes } = readLog(text, size);
        expect([rows, errors[0]?.rows, notes]).toEqual([6, 5, ['a.log has a record that is not complete JSON: row 4']]);
      }
    }
  });
});

describe('records of a line for each field', () => {
  const record = (minute: number, connection: string) =>
    [
      'LogType_s           : ERROR',
      `TimeGenerated [UTC] : 11/20/2026 7:4${minute}:09 AM`,
      'Message             : User Not',
      '                      Accepted',
      `ConnectionName_s    : ${connection}`,
      'ExceptionMessage_s  : Gateway refused it',
      `StatusLogTime_t     : 11/20/2026 7:4${minute}:08 AM`,
    ].join('\n');

  it('are a row each, with its time and connection', () => {
    const text = [1, 2, 3].map((minute) => record(minute, 'Floor3')).join('\n\n');
    const { rows, unknownRows, errors, first, last, zone } = readLog(text);
    expect([rows, unknownRows, first, last, zone]).toEqual([
      3,
      0,
      Date.UTC(2026, 10, 20, 7, 41, 9),
      Date.UTC(2026, 10, 20, 7, 43, 9),
      'all',
    ]);
    expect(errors).toMatchObject([{ ruleId: 'auth', rows: 3, where: [['Floor3', 3]] }]);
    expect(errors[0]?.places.map(({ row, unit }) => `${unit} ${row}`)).toEqual(['line 3', 'line 11', 'line 19']);
    expect(readLog(text, 11)).toEqual(readLog(text));
  });

  it('are one row if there is one', () => {
    expect(readLog(record(1, 'Floor3'))).toMatchObject({ rows: 1, unknownRows: 0 });
  });

  it('can have two fields', () => {
    const text = 'Date: 2026-11-20 14:01:12\nMessage: User Not\n  Accepted\n'.repeat(5);
    expect(readLog(text)).toMatchObject({ rows: 5, errors: [{ ruleId: 'auth', rows: 5 }] });
  });

  it.each([
    [
      'said by several parts of a program',
      ['Message bus', 'Worker', 'Worker', 'Worker', 'Cache', 'Worker', 'Worker', 'Queue'],
    ],
    ['among many others', ['Date', 'Server', 'Message', 'Via', ...new Array<string>(4).fill('one')]],
  ])('are not what lines with a colon are, %s', (_, names) => {
    const text = names.map((name) => (name === 'one' ? 'just a line' : `${name}: User Not Accepted`)).join('\n');
    expect(readLog(text).rows).toBe(8);
  });

  it('are not what lines with a level before a colon are', () => {
    const text = ['ERROR: User Not Accepted', 'INFO: done', 'WARN: late', 'DEBUG: more', 'INFO: message sent'];
    expect(readLog(text.join('\n'))).toMatchObject({ rows: 5 });
  });
});

describe('JSON', () => {
  const record = (message: string) => ({ time: '2026-11-20T14:01:12Z', source: 'Floor3', message });
  const records = ['User Not Accepted', 'Sync "{ C:\\ [1]} finished', 'User Not Accepted'].map(record);
  const tables = {
    tables: [
      {
        name: 'PrimaryResult',
        columns: [
          { name: 'TimeGenerated', type: 'datetime' },
          { name: 'Message', type: 'string' },
        ],
        rows: records.map(({ time, message }) => [time, message]),
      },
    ],
  };
  it.each([
    ['a list', JSON.stringify(records)],
    ['a list over several lines', JSON.stringify(records, null, 2)],
    ['a list in an object', JSON.stringify({ count: 3, value: records })],
    ['lines', records.map((one) => JSON.stringify(one)).join('\n')],
    ['tables', JSON.stringify(tables)],
    ['tables over several lines', JSON.stringify(tables, null, 2)],
  ])('%s is read record by record', (_, text) => {
    for (const size of [text.length, ...Array(40).keys()].map((i) => i + 1)) {
      const { rows, errors, first } = readLog(text, size);
      expect([rows, errors.map((error) => [error.ruleId, error.rows])]).toEqual([3, [['auth', 2]]]);
      expect(first).toBe(Date.UTC(2026, 10, 20, 14, 1, 12));
    }
  });

  it('that is cut off or is no list keeps what it has', () => {
    expect(counts(JSON.stringify(records).slice(0, -3))).toEqual({ auth: 2 });
    expect(counts('{"error": "User Not Accepted"}')).toEqual({ auth: 1 });
    expect(counts('[1, "User Not Accepted"]')).toEqual({ auth: 1 });
    expect(counts(JSON.stringify(tables).replace(/d"\]\]\}\]\}$/, ''))).toEqual({ auth: 2 });
  });

  it('of objects of several lines has a row for each', () => {
    const record = JSON.stringify({ time: '2026-11-20T14:01:12Z', host: 'web', message: 'User Not Accepted' }, null, 2);
    const { rows, errors } = readLog(`${record}\n${record}\n${record}\n`);
    expect([rows, errors[0]?.rows, errors[0]?.where]).toEqual([3, 3, [['web', 3]]]);
  });

  it('of lines with a field of that name has no tables', () => {
    expect(readLog('{"message":"ok"}\n{"message":"failed"}\n{"tables":3,"message":"x"}')).toMatchObject({ rows: 3 });
  });

  it('has its tables wherever they stand', () => {
    const table = { columns: [{ name: 'Message', type: 'string' }], rows: [['User Not Accepted'], ['done']] };
    const text = JSON.stringify({ statistics: { cpu: { ms: 12 } }, tables: [table] });
    expect(readLog(text)).toMatchObject({ rows: 2, errors: [{ ruleId: 'auth', rows: 1 }] });
  });

  it('without records is a row of each file', () => {
    const text = '{"tables": [], "error": "User Not Accepted"}';
    expect(readLogs(['all is well', text, text])).toMatchObject({ rows: 3, errors: [{ ruleId: 'auth', rows: 2 }] });
  });

  it('of any depth and length is read, and goes on after a bracket that is never closed', () => {
    const one = '{"message": "User Not Accepted"},\n';
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(counts(`[${one}{"message": "User Not Accepted", "a": ${deep}}]`)).toEqual({ auth: 2 });
    expect(counts(`[{"a": "${'x'.repeat(9_000_000)}"},\n${one}]`, 1 << 20)).toEqual({ auth: 1 });
    const many = '{"message": "all is well"},\n'.repeat(600_000);
    expect(counts(`[${one}{"a": [{"b": 1},\n${many}${one}${one}]`, 1 << 20)).toEqual({ auth: 3 });
  });

  it('says where only in a field that has a value', () => {
    const text = JSON.stringify([{ ...record('User Not Accepted'), connection: null }]);
    expect(readLog(text).errors[0]?.where).toEqual([['Floor3', 1]]);
  });
});

it('of an empty text, of blanks or of letters says nothing', () => {
  for (const text of ['', ' \n\n', 'a'.repeat(100_000), '[', '{"', '"', ',', '\t\t\n\t\t']) {
    expect(readLog(text)).toMatchObject({ errors: [], notes: [] });
  }
});
