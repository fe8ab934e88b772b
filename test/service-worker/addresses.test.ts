import { expect, test } from 'vitest';
import { pageFiles } from '../../src/service-worker/addresses';

const files = (path: string, scope: string) =>
  pageFiles(new URL(path, 'https://example.org/'), scope).map(({ href }) => href.replace(scope, ''));

test.each(['/', '/help/'])('with %s as its base path, the app answers for its pages', (base) => {
  for (const [path, file] of [
    ['', 'index.html'],
    ['?from=a-mail#text=a', 'index.html'],
    ['errors', 'errors.html'],
    ['errors/', 'errors.html'],
    ['errors.html', 'errors.html'],
    ['errors/authentication?from=a-mail', 'errors/authentication.html'],
    ['errors/authentication/', 'errors/authentication.html'],
    ['errors/authentication.html', 'errors/authentication.html'],
    ['wizard', 'wizard.html'],
    ['wizard/nothing-printed/no-message', 'wizard/nothing-printed/no-message.html'],
    ['integrate', 'integrate.html'],
    ['changes', 'changes.html'],
  ]) {
    expect(files(base + path, `https://example.org${base}`)).toEqual([file, 'shell.html']);
  }
});

test.each([
  '.auth/login/aad',
  'grafana/',
  'api/x',
  'nowhere',
  'errors-of-others',
  'errors/feed.xml',
  'errors/authentication/comments',
  'integrate/more',
  'rulesets/printing.json',
  'login?to=/errors',
])('%s is not answered', (path) => {
  for (const base of ['/', '/help/']) {
    expect(files(base + path, `https://example.org${base}`)).toEqual([]);
  }
});

test.each([
  '/errors',
  '/help',
  '/other/help/errors',
  'https://example.org:8443/help/errors',
  'https://other.example/help/errors',
])('%s is outside of the scope', (address) => {
  expect(files(address, 'https://example.org/help/')).toEqual([]);
});
