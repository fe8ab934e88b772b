import { beforeAll, describe, expect, it } from 'vitest';
import { createPictureRenderer, type PictureContent, type RenderPicture } from '../../build/previews/pictures';
import { printing } from '../printing';

describe('a preview picture', { timeout: 60_000 }, () => {
  let render: RenderPicture;
  beforeAll(async () => {
    render = await createPictureRenderer(printing.product);
  });

  async function png(content: Partial<PictureContent>): Promise<Buffer> {
    const picture = { label: 'Printing error', title: 'Missing queue', text: 'Look at it.' };
    return Buffer.from(await render({ ...picture, ...content }));
  }

  it('has the same bytes for the same content, and others for other content', async () => {
    const first = await png({});
    const others = [{ label: 'Question' }, { title: 'Sign-in refused' }, { text: 'Use <b>it</b>' }];
    for (const content of others) expect((await png(content)).equals(first)).toBe(false);
    expect((await png({})).equals(first)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['Arabic', 'الموصل غير موجود'],
    ['Japanese', 'コネクタが存在しません'],
    ['emoji', '🤯 👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['half a surrogate pair and control characters', 'a\ud800b\u0000c\u0007d\u200be\u202ef'],
    ['combining marks without end', `a${'\u0301'.repeat(2000)}`],
    ['a very long word', 'W'.repeat(5000)],
    ['a very long text', 'a b '.repeat(50_000)],
    ['hostile markup', ']]></text><script>alert(1)</script><image href="file:///etc/passwd"/>'],
  ])('is a PNG of 1200 × 630 pixels for %s', async (_, text) => {
    const picture = await png({ label: text, title: text, text });
    // A PNG starts with its signature and a header chunk, which starts with the size.
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
