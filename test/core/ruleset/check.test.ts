import { describe, expect, it } from 'vitest';
import { warnings } from '../../../scripts/warnings';
import { checkRuleset } from '../../../src/core/ruleset/check';
import { parseRuleset } from '../../../src/core/ruleset/parse';
import { problemText } from '../../../src/core/ruleset/problem';

type Json = ReturnType<typeof minimal>;

/** The least that is a dataset: two rules, one source, one procedure. */
function minimal() {
  const rule = (id: string, signature: string) => ({
    id,
    title: id,
    aliases: [] as string[],
    signatures: [signature],
    seenIn: [],
    causes: [{ id: 'disk', text: 'The disk is full.' }],
    resolutions: [
      {
        title: 'Make room',
        answers: 'disk',
        steps: [{ text: 'Delete what nobody needs.', procedure: 'clean' }],
        links: [{ text: 'More', url: 'https://example.com/more' }],
      },
    ],
    similar: [] as { rule: string; difference: string }[],
    source: { page: 'manual' },
  });
  return {
    name: 'Jobs',
    updated: '2026-01-31',
    example: 'Backup of disk C failed',
    sources: [{ id: 'manual', title: 'Manual', url: 'https://example.com/', date: '2026-01-30' }],
    procedures: [{ id: 'clean', title: 'Clean', steps: [{ text: 'Clean.' }], source: { page: 'manual' } }],
    rules: [rule('backup', 'Backup of {disk} failed'), rule('restore', 'Restore of {disk} failed')],
  };
}

/** The problems of the minimal dataset after one change, a line each. */
function problemsAfter(change: (dataset: Json) => unknown): string[] {
  const dataset = minimal();
  change(dataset);
  return checkRuleset(dataset).map(problemText);
}

const at = <T>(list: T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`no entry ${index}`);
  return item;
};
const rule = (dataset: Json, index = 1) => at(dataset.rules, index);
const addSamples = (dataset: Json, samples: object) => Object.assign(rule(dataset), { samples });

describe('checkRuleset', () => {
  it('has nothing to say of a dataset in order', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it.each<[string, (dataset: Json) => unknown, string]>([
    [
      'a duplicate id',
      (d) => Object.assign(rule(d), { id: 'backup' }),
      'rules[1].id (rule "backup") "backup" is already taken',
    ],
    [
      'an alias that is another rule’s id',
      (d) => rule(d, 0).aliases.push('restore'),
      'rules[0].aliases[0] (rule "backup") "restore" is already taken',
    ],
    [
      'an alias given twice',
      (d) => {
        rule(d, 0).aliases.push('old');
        rule(d, 1).aliases.push('old');
      },
      'rules[1].aliases[0] (rule "restore") "old" is already taken',
    ],
    [
      'an unknown source',
      (d) => Object.assign(rule(d).source, { page: 'rumour' }),
      'rules[1].source.page (rule "restore") there is no source "rumour"',
    ],
    [
      'an unknown procedure',
      (d) => Object.assign(at(at(rule(d).resolutions, 0).steps, 0), { procedure: 'pray' }),
      'rules[1].resolutions[0].steps[0].procedure (rule "restore") there is no procedure "pray"',
    ],
    [
      'an unknown query for the latest errors',
      (d) => Object.assign(d, { recentErrors: 'oracle' }),
      'recentErrors there is no snippet "oracle"',
    ],
    [
      'a resolution of an unknown cause',
      (d) => Object.assign(at(rule(d).resolutions, 0), { answers: 'moon' }),
      'rules[1].resolutions[0].answers (rule "restore") there is no cause "moon"',
    ],
    [
      'an unknown neighbour',
      (d) => rule(d).similar.push({ rule: 'copy', difference: 'Other.' }),
      'rules[1].similar[0].rule (rule "restore") there is no rule "copy"',
    ],
    [
      'an empty signature',
      (d) => rule(d).signatures.push(' \n'),
      'rules[1].signatures[1] (rule "restore") must not be empty, but is " \n"',
    ],
    [
      'no signature',
      (d) => rule(d).signatures.pop(),
      'rules[1].signatures (rule "restore") must have an entry, unless there is a `symptom`',
    ],
    [
      'a link that is not https',
      (d) => Object.assign(at(at(rule(d).resolutions, 0).links, 0), { url: 'http://example.com/' }),
      'rules[1].resolutions[0].links[0].url (rule "restore") must be an https link, but is "http://example.com/"',
    ],
    [
      'a link in prose that is not https',
      (d) => Object.assign(at(rule(d).causes, 0), { text: 'See [this](javascript:alert(1)).' }),
      'rules[1].causes[0].text (rule "restore") "javascript:alert(1)" must be an https link',
    ],
    [
      'a missing field',
      (d) => Object.assign(rule(d), { title: undefined }),
      'rules[1].title (rule "restore") is missing',
    ],
    [
      'a misspelt field',
      (d) => Object.assign(rule(d), { simular: [] }),
      'rules[1].simular (rule "restore") is an unknown field',
    ],
    [
      'a misspelt field beside a missing one',
      (d) => Object.assign(rule(d), { signatures: undefined, signature: ['x'] }),
      'rules[1].signature (rule "restore") is an unknown field',
    ],
    [
      'a signature of values alone',
      (d) => rule(d).signatures.push('{what}: {why}.'),
      'rules[1].signatures[1] (rule "restore") has no fixed word',
    ],
    [
      'the same signature in two rules',
      (d) => rule(d).signatures.push('Backup of {drive} failed'),
      'rules[1].signatures[1] (rule "restore") accepts the same text as rule "backup" with "Backup of {disk} failed"',
    ],
    [
      'signatures that differ in case and punctuation only',
      (d) => rule(d).signatures.push('backup of "{disk}": FAILED!'),
      'rules[1].signatures[1] (rule "restore") accepts the same text as rule "backup"',
    ],
    [
      'signatures that share one wording',
      (d) => rule(d).signatures.push('{Copy|Backup} of {disk} failed'),
      'rules[1].signatures[1] (rule "restore") accepts the same text as rule "backup"',
    ],
    [
      'a change of an unknown rule',
      (d) => Object.assign(d, { changes: [{ date: '2026-01-31', text: 'New.', concerns: ['copy'] }] }),
      'changes[0].concerns[0] there is no rule "copy"',
    ],
    [
      'a sample in which nothing is found',
      (d) => addSamples(d, { found: [{ text: 'All is well' }] }),
      'rules[1].samples.found[0] (rule "restore") must find "restore", but finds nothing: "All is well"',
    ],
    [
      'a sample in which another error is found',
      (d) => addSamples(d, { found: [{ text: 'Backup of disk C failed' }] }),
      'rules[1].samples.found[0] (rule "restore") must find "restore", but finds "backup": "Backup of disk C failed"',
    ],
    [
      'a sample in which another error is found too',
      (d) => addSamples(d, { found: [{ text: 'Restore of disk C failed\n\nBackup of disk C failed' }] }),
      'rules[1].samples.found[0] (rule "restore") must find "restore", but finds "restore", "backup": "Restore of',
    ],
    [
      'a sample with another value',
      (d) => addSamples(d, { found: [{ text: 'Restore of disk C failed', values: { disk: 'C' } }] }),
      'rules[1].samples.found[0].values (rule "restore") must be {"disk":"disk C"}, as found in "Restore of disk C failed"',
    ],
    [
      'a sample in which an error is found that must not be',
      (d) => addSamples(d, { notFound: ['All is well', 'Restore of disk C failed'] }),
      'rules[1].samples.notFound[1] (rule "restore") must not find "restore", but does: "Restore of disk C failed"',
    ],
    [
      'a sample that another program’s words hide',
      (d) => {
        addSamples(d, { found: [{ text: 'sync.sh: Restore of disk C failed' }] });
        Object.assign(rule(d), { unless: ['sync.sh'] });
      },
      'rules[1].samples.found[0] (rule "restore") must find "restore", but finds nothing because of `unless`: "sync.sh',
    ],
    [
      'an example that shows nothing',
      (d) => Object.assign(d, { example: 'All is well' }),
      'example contains no known error',
    ],
  ])('names the place of %s', (_, change, problem) => {
    expect(problemsAfter(change)).toContainEqual(expect.stringContaining(problem));
  });

  it('lets signatures share all their words as long as no text fits both', () => {
    expect(problemsAfter((d) => rule(d).signatures.push('Backup of {disk} failed twice'))).toEqual([]);
  });

  it('lets a signature begin with a value, whatever the others are', () => {
    expect(problemsAfter((d) => rule(d).signatures.push('{job} of the last night failed'))).toEqual([]);
  });

  it('has nothing to say of samples that show what they are for, whatever their values are called', () => {
    const text = 'Restore of disk C failed';
    const change = (d: Json) => {
      Object.assign(rule(d), { signatures: ['Restore of {page} failed'] });
      addSamples(d, { found: [{ text, values: { page: 'disk C' } }], notFound: ['Backup of {disk} failed'] });
    };
    expect(problemsAfter(change)).toEqual([]);
  });

  it('warns of errors with few samples', () => {
    expect(warnings(parseRuleset(minimal()), '2026-11-27').map(problemText)).toContain(
      'rules[0].samples (rule "backup") are 0 and 0; write at least 3 to be found and 2 not to be',
    );
  });

  it.each([
    ['2026-11-26', []],
    ['2025-11-27', []],
    ['2025-11-26', ['sources[0].checked is more than a year ago: 2025-11-26']],
    [undefined, ['sources[0] has no date on which it was `checked`']],
  ])('warns of sources that were not checked for a year: %s', (checked, problems) => {
    const dataset = minimal();
    Object.assign(at(dataset.sources, 0), { checked });
    const about = warnings(parseRuleset(dataset), '2026-11-27').filter(({ path }) => path.startsWith('sources'));
    expect(about.map(problemText)).toEqual(problems);
  });

  it('takes an address of any length in linear time', () => {
    const url = `https://${'.'.repeat(1_000_000)} `;
    expect(problemsAfter((d) => Object.assign(at(d.sources, 0), { url }))).toContainEqual(
      expect.stringContaining('sources[0].url must be an https link'),
    );
  });

  it('says what is wrong with what is not a dataset at all', () => {
    for (const json of [null, undefined, 5, 'text', [], {}, { rules: [null] }, { rules: {} }]) {
      expect(checkRuleset(json)).not.toEqual([]);
    }
  });
});
