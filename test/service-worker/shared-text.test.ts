import { expect, test } from 'vitest';
import { readLinkText } from '../../src/features/diagnose/link-text';
import { sharedTextAddress } from '../../src/service-worker/shared-text';

function shared(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return sharedTextAddress(form);
}

/** What the app reads from the address. */
const read = (address: string) => readLinkText(address.slice('./'.length))?.text;

test('text arrives as it was, its title and link after it', () => {
  expect(
    read(shared({ title: 'Alert', text: '100 % #1\nü “x” 🙂', url: 'https://a.example/?b=c' })),
  ).toBe('100 % #1\nü “x” 🙂\nAlert\nhttps://a.example/?b=c');
});

test('what the text says already is not said twice', () => {
  expect(
    read(
      shared({
        title: 'Alert',
        text: 'Alert: down, see https://a.example',
        url: 'https://a.example',
      }),
    ),
  ).toBe('Alert: down, see https://a.example');
});

test('nothing shared opens the app as it was', () => {
  expect(shared({})).toBe('./');
  expect(shared({ title: ' ', text: '' })).toBe('./');
});

test('of a very long text the beginning is taken, and no character is halved', () => {
  const address = shared({ text: `a${'🙂'.repeat(200_000)}` });
  expect(address.length).toBeLessThan(2_000_000);
  expect(read(address)).toMatch(/^a(🙂)+$/u);
});
