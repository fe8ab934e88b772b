import { describe, expect, it } from 'vitest';
import { createPictures, type PictureContent } from '../../build/previews/picture';
import { readFonts } from '../../build/previews/picture-fonts';
import { createTextFitting } from '../../build/previews/picture-text';
import { itsmc } from '../itsmc';

const missingConnector: PictureContent = {
  label: 'ITSMC error · Connector status',
  title: 'Missing connector',
  text: 'Find the action groups that still use this connector.',
};

describe('a picture', { timeout: 60_000 }, async () => {
  const draw = await createPictures();

  /** What a PNG says of itself: a signature, then a first chunk that begins with the size. */
  async function drawn(content: Partial<PictureContent>) {
    const png = Buffer.from(await draw({ ...missingConnector, ...content }));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    return png.toString('base64');
  }

  it('is the same for the same content, whatever was drawn before', async () => {
    const first = await drawn({});
    await drawn({ title: 'Authentication' });
    expect(await drawn({})).toBe(first);
    const again = await createPictures();
    expect(Buffer.from(await again(missingConnector)).toString('base64')).toBe(first);
  });

  it('shows its label, title and text', async () => {
    const pictures = await Promise.all([
      drawn({}),
      drawn({ label: 'Question' }),
      drawn({ title: 'Authentication' }),
      drawn({ text: 'Create the connector again.' }),
      drawn({ title: '', text: '', label: '' }),
    ]);
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('shows markup as it is written', async () => {
    const pictures = await Promise.all(
      ['Use it', 'Use <b>it</b>', 'Use &lt;b>it&lt;/b>', 'Use **it**'].map((text) =>
        drawn({ text }),
      ),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('is cut where the room ends, so that what follows makes no difference', async () => {
    const text = 'Open each action group and look at its actions. '.repeat(10);
    expect(await drawn({ text: `${text} Then save.` })).toBe(await drawn({ text }));
    expect(await drawn({ text: text.slice(0, 60) })).not.toBe(await drawn({ text }));
  });

  it.each([
    ['Hebrew', 'המחבר לא קיים'],
    ['Arabic', 'الموصل غير موجود'],
    ['Japanese', 'コネクタが存在しません'],
    ['emoji', '🤯 👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['Latin letters beyond Western Europe', 'Łódź, Győr, Čakovec, İzmir'],
    ['half a surrogate pair and controls', 'a\ud800b\u0000c\u0007d\u200be\u202ef'],
    ['combining marks without end', `a${'\u0301'.repeat(2000)}`],
    ['a very long word', 'W'.repeat(5000)],
    ['a very long text', 'a b '.repeat(50_000)],
    ['hostile markup', ']]></text><script>alert(1)</script><image href="file:///etc/passwd"/>'],
    ['white space only', ' \n\t\u00a0 '],
  ])('can be drawn of %s', async (_, text) => {
    await drawn({ label: text, title: text, text });
  });

  it('stays small for the longest titles and texts of the dataset', async () => {
    const titles = [
      ...itsmc.rules.map((rule) => rule.title),
      ...itsmc.questions.map((q) => q.text),
    ];
    const title = titles.sort((a, b) => b.length - a.length)[0] ?? '';
    const text = itsmc.rules.flatMap((rule) => rule.causes.map((cause) => cause.text)).join(' ');
    expect((await draw({ label: 'Question', title, text })).length).toBeLessThan(40_000);
  });
});

describe('fitting', { timeout: 60_000 }, async () => {
  const fitting = createTextFitting(1072, await readFonts());
  const setting = { fontSize: 40, lineHeight: 54 };
  const text = 'Open each group in Monitor, then Alerts, and disable its ITSM action. '
    .repeat(4)
    .trim();

  it('leaves a text that fits alone', async () => {
    expect(await fitting.fit(text, setting, 9)).toBe(text);
    expect(await fitting.fit('', setting, 1)).toBe('');
  });

  it.each([1, 2, 3, 4])('ends a longer one after a whole word within %i lines', async (lines) => {
    const fitted = await fitting.fit(text, setting, lines);
    expect(await fitting.lines(fitted, setting)).toBe(lines);
    expect(fitted).toMatch(/\w…$/);
    const kept = fitted.slice(0, -1);
    expect(text.startsWith(kept)).toBe(true);
    expect(text.slice(kept.length)).toMatch(/^[ .,]/);
  });
});
