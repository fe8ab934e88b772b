import { describe, expect, it } from 'vitest';
import { createDiagnoser, type Finding, MARGIN, SECTION } from '../../../src/core/diagnosis';
import { printing } from '../../printing';

const diagnoser = createDiagnoser(printing.rules);
const MESSAGE = '{"error":{"message":"Release Failed","detail":"Card Reader Check Failed due to missing privileges"}';

function moved(finding: Finding, by: number): Finding {
  const move = <T extends { start: number; end: number }>(place: T) => ({
    ...place,
    start: place.start + by,
    end: place.end + by,
  });
  return { ...move(finding), captures: finding.captures.map(move) };
}

/** Lines about something else, of about `length` characters in all. */
function filler(length: number): string {
  const line = `${'x'.repeat(60)}\n`;
  return line.repeat(Math.ceil(length / line.length)).slice(-length);
}

describe('a text of many sections', () => {
  it('has the findings that its parts have alone, at their places', () => {
    const pastes = printing.rules.flatMap(({ samples }) => [
      ...(samples?.found ?? []).map((sample) => sample.text),
      ...(samples?.notFound ?? []),
    ]);
    const alone = pastes.map((paste) => diagnoser.diagnose(paste).findings);
    let text = '';
    const wanted: Finding[] = [];
    for (let i = 0; text.length < 3.5 * SECTION; i = (i + 1) % pastes.length) {
      wanted.push(...(alone[i] as Finding[]).map((finding) => moved(finding, text.length)));
      text += `${pastes[i]}\n\n`;
    }
    expect(wanted.length).toBeGreaterThan(1000);
    expect(diagnoser.diagnose(text).findings).toEqual(wanted);
  });

  it.each([
    ['whole', MESSAGE],
    ['wrapped', MESSAGE.replace('due to', 'due\nto')],
    ['misspelt and wrapped', MESSAGE.replace('due to', 'du\nto').replace('missing', 'missng')],
    ['wrapped at each space', MESSAGE.replaceAll(' ', '\n')],
  ])('has a message once near where two sections meet, %s', (_, message) => {
    const places = [SECTION, SECTION + MARGIN].flatMap((edge) =>
      [2, 1, 0, -1, -3, -40, -80, 1 - MESSAGE.length, -MESSAGE.length, -1 - MESSAGE.length, -120].map(
        (by) => edge + by,
      ),
    );
    for (const before of places) {
      const text = `${filler(before)}\n${message}\n${filler(SECTION / 8)}`;
      const { findings } = diagnoser.diagnose(text);
      expect(findings.map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)])).toEqual([
        ['release-refused', message],
      ]);
    }
  });

  it('has messages of which each begins where another ends, all through it', () => {
    const text = `${MESSAGE.replace('due to', 'due\nto')} and `.repeat(12_000);
    expect(diagnoser.diagnose(text).findings).toHaveLength(12_000);
  });

  it('has a message that is longer than a section, and those after it', () => {
    const copies = createDiagnoser([
      { id: 'copy', signatures: ['Copying failed for {file}'] },
      { id: 'disk', signatures: ['Disk {name} is full'] },
    ]);
    const file = 'a long name '.repeat(SECTION / 4).trim();
    const text = `${filler(SECTION - 50)}\nCopying failed for ${file}\nDisk C is full`;
    const { findings } = copies.diagnose(text);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['copy', 'disk']);
    expect(findings[0]?.captures[0]?.value).toBe(file);
  });

  it('has what it reminds of told from its beginning', () => {
    const text = `Could not get details of the tray. Something was wrong\n${filler(3 * SECTION)}`;
    const { findings, suggestions } = diagnoser.diagnose(text);
    expect(findings).toEqual([]);
    expect(suggestions).toEqual(diagnoser.diagnose(text.slice(0, 200)).suggestions);
    expect(suggestions.length).toBeGreaterThan(0);
  });
});
