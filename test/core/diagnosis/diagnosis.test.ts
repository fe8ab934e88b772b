import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { printing } from '../../printing';
import { testDamages } from './every-signature';

const diagnoser = createDiagnoser(printing.rules);
const ids = (text: string) => diagnoser.diagnose(text).findings.map((finding) => finding.ruleId);

testDamages(printing.rules);

describe('a template pasted with its braces', () => {
  it('finds it where the documentation has a brace in the wrong place', () => {
    expect(
      ids(
        'Unexpected answer from the driver along with success status code. Answer: { "job_set": "{job_set_id}", "staging_table": "spool_in", "result": [ { "job_map": "Driver Job", "table": "job", "status": "error", "error_message": "{Target tray not found|Invalid table|Invalid staging table" }',
      ),
    ).toEqual(['unexpected-answer']);
  });
});

describe('values', () => {
  const missing = (name: string, id: string) =>
    `Could not print/hold any page of job ${name}. Print queue ${id} does not exist or was deleted.`;
  const NAMES = [
    'say "hi" {now}|later.',
    'v1.2. final',
    'the Print queue job',
    'Could not print page',
    "it's 50% & <b>",
    'C:\\new\\temp',
  ];

  it.each(NAMES)('captures %s as it is', (name) => {
    const text = `x\n${missing(name, 'a|b')}\ny`;
    const [finding] = diagnoser.diagnose(text).findings;
    expect(finding?.captures.map((capture) => capture.value)).toEqual([name, 'a|b']);
    expect(text.slice(finding?.start, finding?.end)).toBe(missing(name, 'a|b'));
    for (const capture of finding?.captures ?? []) {
      expect(text.slice(capture.start, capture.end)).toBe(capture.value);
    }
  });

  it.each(NAMES)('undoes escapes around %s', (name) => {
    const text = JSON.stringify({ message: `He said "${missing(name, 'x')}"` });
    const [finding] = diagnoser.diagnose(text).findings;
    expect(finding?.captures.map((capture) => capture.value)).toEqual([name, 'x']);
  });

  it('finds every occurrence, each with its own values', () => {
    const text = `${missing('A', '1')} ${missing('B', '2')}\n${missing('C', '3')}`;
    const { findings } = diagnoser.diagnose(text);
    expect(findings.map((finding) => finding.captures[0]?.value)).toEqual(['A', 'B', 'C']);
  });
});

describe('values in quoted and encoded text', () => {
  const pack = createDiagnoser([
    { id: 'a', signatures: ['Widget "{name}" was lost. Ask "support" about {topic} today.'] },
    { id: 'b', signatures: ['Checksum {sum} {of|for} shard kestrel'] },
  ]);
  const values = (text: string) =>
    pack.diagnose(text).findings.map(({ captures }) => captures.map(({ value }) => value));
  const lost = (name: string, topic: string) => `Widget "${name}" was lost. Ask "support" about ${topic} today.`;

  it('takes an apostrophe for no sign that quotes are not escaped or doubled', () => {
    const text = lost("it's", 'a "b"');
    expect(values(JSON.stringify(text))).toEqual([["it's", 'a "b"']]);
    expect(values(`1,"${text.replaceAll('"', '""')}",2`)).toEqual([["it's", 'a "b"']]);
  });

  it('tells from the fixed text that a value’s two quotes are its own', () => {
    expect(values(lost('x', 'a ""'))).toEqual([['x', 'a ""']]);
  });

  it('leaves out the mark of a wrapped, quoted line after a value', () => {
    expect(values('> Widget "x"\n> was lost. Ask "support" about y\n> today.')).toEqual([['x', 'y']]);
  });

  it('does not take alternatives as they are written for what is there', () => {
    expect(values('Checksum of for shard kestrel')).toEqual([['of']]);
  });

  it('reads plus signs as spaces where the text is form-encoded, only there', () => {
    const form = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
    expect(values(form(lost('a+b c', 'd e')))).toEqual([['a+b c', 'd e']]);
    expect(values(lost('a+b+c+d', 'e + f'))).toEqual([['a+b+c+d', 'e + f']]);
    expect(ids('An+error+occurred+while+sending+the+request.')).toEqual(['printer-unreachable']);
  });

  it('finds fixed plus signs', () => {
    const keys = createDiagnoser([{ id: 'k', signatures: ['Press Ctrl+Alt+Delete', 'a+{v}+zorblat'] }]);
    const captured = (text: string) =>
      keys.diagnose(text).findings.map(({ captures }) => captures.map(({ value }) => value));
    expect(captured('Press Ctrl+Alt+Delete')).toEqual([[]]);
    expect(captured('a+x+zorblat')).toEqual([['x']]);
  });

  it('undoes entities and colour codes that were percent-encoded in turn', () => {
    const html = lost('a & b', 'c').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    expect(values(encodeURIComponent(html))).toEqual([['a & b', 'c']]);
    expect(values(encodeURIComponent(`\u001b[31m${lost('a', 'b')}\u001b[0m`))).toEqual([['a', 'b']]);
  });

  it('undoes JSON escapes that were percent-encoded or doubled in turn', () => {
    const json = JSON.stringify(lost('a "b"', 'c'));
    expect(values(encodeURIComponent(json))).toEqual([['a "b"', 'c']]);
    expect(values(`1,"${json.replaceAll('"', '""')}",2`)).toEqual([['a "b"', 'c']]);
    const coloured = JSON.stringify(`\u001b[31m${lost('a', 'b')}`);
    expect(values(encodeURIComponent(coloured))).toEqual([['a', 'b']]);
  });

  it('takes no time for a text that might be encoded everywhere', () => {
    for (const piece of ['%1B', '%26', '%5C', 'a+', '+', '%26amp']) {
      expect(values(piece.repeat(200_000))).toEqual([]);
    }
  });
});

describe('a stray letter', () => {
  const message = '{"error":{"message":"Release Failed","detail":"Card Reader Check Failed due to missing privileges"}';
  const places = [...message.matchAll(/(?=[^a-z ])/gi)].map((mark) => mark.index);

  it.each([
    ['is too many', 0],
    ['stands in a mark’s place', 1],
  ])('among the punctuation does not hide a message, where it %s', (_, length) => {
    for (const at of places.slice(2, -3)) {
      const text = `${message.slice(0, at)}k${message.slice(at + length)}`;
      expect(ids(text), text).toEqual(['release-refused']);
    }
  });

  it('beside a number makes it another', () => {
    for (const code of ['=k429', 'k429', '=4k29', '=42k'])
      expect(ids(`SpoolerHttpBadRequestException: StatusCode${code}`), code).toEqual([]);
  });
});

describe('silence', () => {
  it.each([
    '',
    ' \n\t',
    'x',
    '\u0000\u0001\u0002ÿ',
    '\ud800\udc00\ud800',
    'مرحبا بالعالم',
    '<script>alert(1)</script>',
    'StatusCode=404',
    'SpoolerHttpBadRequestException: StatusCode=404',
    'An error occurred while sending the email.',
    'An error occurred while\nsending the email.',
    'Release Failed',
    '{ "job_set": "SET1", "staging_table": "spool_in", "result": [ { "job_map": "Driver Job", "table": "job", "status": "inserted" } ] }',
    'The tray details could not be found because something went wrong.',
    'User is not accepted',
    'Failed to update print device settings',
    'Failed to update print device green',
    'Could not print any page of job X. The queue exists.',
  ])('says nothing about %j', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it('finds a message whose start is cut off, whatever word ends the text before it', () => {
    const rest = '...to update print device credentials';
    for (const before of ['failed', 'x failed', 'Failed to', 'hello', 'failed y'])
      expect(ids(`${before}\n\n${rest}`), before).toEqual(['address-refused']);
  });

  it('takes the dots of another line for no sign that this one is cut off', () => {
    expect(ids('Account needs to sign in.\n\n...and so on.')).toEqual([]);
  });

  it('finds such a message below a line that might have been its start', () => {
    const cut = 'Failed","detail":"Card Reader Check Failed due to missing privileges"}';
    for (const between of ['\n', '\n\n']) {
      expect(ids(`"error_message": "Invalid table" }${between}${cut}`)).toEqual(['release-refused']);
    }
  });

  it('suggests what comes near', () => {
    const { suggestions } = diagnoser.diagnose('An error occurred while sending the email.');
    expect(suggestions[0]?.ruleId).toBe('printer-unreachable');
  });

  it('does not choke on five million letters', () => {
    expect(ids('a'.repeat(5_000_000))).toEqual([]);
    expect(ids('\\'.repeat(1_000_000))).toEqual([]);
  });
});

describe('other packs', () => {
  it('prefers the more specific of two that begin alike', () => {
    const { findings } = createDiagnoser([
      { id: 'short', signatures: ['Connection closed'] },
      { id: 'value', signatures: ['Connection closed by {host}'] },
      { id: 'long', signatures: ['Connection closed by {host} port {port}'] },
    ]).diagnose('Connection closed by web1 port 22\nConnection closed by web2\nConnection closed');
    expect(findings.map((finding) => finding.ruleId)).toEqual(['long', 'value', 'short']);
  });

  it('lets values at the edges reach to the edges of the line', () => {
    const [finding] = createDiagnoser([{ id: 'a', signatures: ['{who} logged in from {where}'] }]).diagnose(
      'first\n joe the plumber logged in from the moon, twice \nlast',
    ).findings;
    expect(finding?.captures.map((capture) => capture.value)).toEqual(['joe the plumber', 'the moon, twice']);
  });

  it('takes an escaped line break for a line’s edge, but not a path’s backslash', () => {
    const saved = createDiagnoser([{ id: 'saved', signatures: ['Could not save {path}'] }]);
    const values = (text: string) => saved.diagnose(text).findings.map((finding) => finding.captures[0]?.value);
    expect(values('Could not save C:\\new\\r2\\t.txt')).toEqual(['C:\\new\\r2\\t.txt']);
    expect(values('"Could not save a1\\n2026-02-11 Could not save b2\\n08:14 done"')).toEqual(['a1', 'b2']);
  });

  it('splits values that stand side by side', () => {
    const [finding] = createDiagnoser([{ id: 'a', signatures: ['moved {from} {to} today'] }]).diagnose(
      'moved a b c today',
    ).findings;
    expect(finding?.captures.map((capture) => capture.value)).toEqual(['a', 'b c']);
  });

  it('ignores signatures without a fixed word, and empty packs', () => {
    expect(createDiagnoser([]).diagnose('x')).toEqual({ findings: [], suggestions: [] });
    const odd = createDiagnoser([{ id: 'odd', signatures: ['', ' ', '{a}', '{a}{b}', '...', '{a}: {b}'] }]);
    expect(odd.diagnose('a: b ...').findings).toEqual([]);
  });
});
