import { expect, test } from 'vitest';
import { fileAddresses, pageFile, pathWithin } from '../../src/service-worker/addresses';

const files = Object.fromEntries(
  ['index.html', 'shell.html', 'errors.html', 'errors/authentication.html', 'icon.svg'].map(
    (file) => [file, 'digest'],
  ),
);

test.each([
  ['', 'index.html'],
  ['index.html', 'index.html'],
  ['errors', 'errors.html'],
  ['errors/', 'errors.html'],
  ['errors/authentication', 'errors/authentication.html'],
  ['errors/authentication.html', 'errors/authentication.html'],
  ['errors/nothing', 'shell.html'],
  ['wizard/some/answers', 'shell.html'],
  ['constructor', 'shell.html'],
  ['icon', 'shell.html'],
  ['%F0%9F', 'shell.html'],
])('the page at "%s" is %s', (path, file) => {
  expect(pageFile(path, files)).toBe(file);
});

test.each([
  ['index.html', ['./', 'index.html']],
  ['errors/authentication.html', ['errors/authentication', 'errors/authentication.html']],
  ['assets/index.js', ['assets/index.js']],
])('%s is asked for where hosts have it', (file, addresses) => {
  expect(fileAddresses(file)).toEqual(addresses);
});

test('an address is ours below the scope only', () => {
  const scope = 'https://example.org/itsm/';
  expect(pathWithin(scope, 'https://example.org/itsm/errors?a=b#c')).toBe('errors');
  expect(pathWithin(scope, 'https://example.org/itsm/')).toBe('');
  expect(pathWithin(scope, 'https://example.org/itsm')).toBeUndefined();
  expect(pathWithin(scope, 'https://example.org/other/itsm/')).toBeUndefined();
  expect(pathWithin(scope, 'https://example.org:8443/itsm/')).toBeUndefined();
});
