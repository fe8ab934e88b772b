import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { headers, headersOf, policyInPage } from '../../build/hosts/headers';
import { writeHostFiles } from '../../build/hosts/host-files';

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function hostFile(name: string, base = '/') {
  writeHostFiles(folder, base);
  return readFileSync(join(folder, name), 'utf8');
}

/** The rules of a `_headers` file: by path, the headers. */
function readRules(text: string) {
  const rules = new Map<string, Record<string, string>>();
  let rule: Record<string, string> = {};
  for (const line of text.split('\n').filter(Boolean)) {
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    if (name && value) rule[name] = value;
    else {
      rule = {};
      rules.set(line, rule);
    }
  }
  return rules;
}

describe('headers', () => {
  const policy = headers['Content-Security-Policy'] ?? '';

  it('lets a page run only the app’s own scripts', () => {
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("script-src 'self';");
  });

  it('says the policy in the page too, but for what only a header can say', () => {
    expect(policyInPage).toBe(policy.replace("frame-ancestors 'none'; ", ''));
    expect(policyInPage).not.toMatch(/"|frame-ancestors/);
  });

  it('grants the clipboard, and no other feature', () => {
    const granted = headers['Permissions-Policy']?.split(', ').filter((feature) => !feature.endsWith('=()'));
    expect(granted).toEqual(['clipboard-read=(self)', 'clipboard-write=(self)']);
  });

  it('keeps for good only what is named by its content', () => {
    for (const path of ['assets/index-abc.js', 'pictures/abc.png']) {
      expect(headersOf(path)['Cache-Control']).toContain('immutable');
    }
    for (const path of ['', 'errors/missing-queue', 'rulesets/printing.json', 'service-worker.js']) {
      expect(headersOf(path)['Cache-Control']).toBe('no-cache');
    }
  });

  it('lets other sites show the pictures, and nothing else', () => {
    expect(headersOf('pictures/a.png')['Cross-Origin-Resource-Policy']).toBe('cross-origin');
    expect(headersOf('errors')['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });
});

describe('staticwebapp.config.json', () => {
  it('says the headers, what to keep, and the page for what is missing', () => {
    const config = JSON.parse(hostFile('staticwebapp.config.json', '/help/'));
    expect(config.globalHeaders).toEqual(headers);
    expect(config.routes).toContainEqual({
      route: '/help/assets/*',
      headers: { 'Cache-Control': headersOf('assets/x')['Cache-Control'] },
    });
    expect(config.responseOverrides[404]).toEqual({ rewrite: '/help/404.html' });
    expect(config.mimeTypes['.webmanifest']).toBe('application/manifest+json');
  });
});

describe('_headers', () => {
  const rules = readRules(hostFile('_headers'));

  it('says the headers', () => {
    const { 'Cache-Control': _, ...all } = headers;
    expect(rules.get('/*')).toEqual(all);
  });

  it('says how long to keep a file in no two rules that one file matches', () => {
    const paths = [...rules].filter(([, rule]) => 'Cache-Control' in rule).map(([path]) => path);
    expect(paths).toEqual(['/assets/*', '/pictures/*']);
  });

  it('has no line that is too long for Cloudflare', () => {
    const lengths = hostFile('_headers')
      .split('\n')
      .map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThan(2000);
  });

  it('starts every path with the base path', () => {
    for (const path of readRules(hostFile('_headers', '/help/')).keys()) {
      expect(path).toMatch(/^\/help\//);
    }
  });
});

describe('nginx.conf', () => {
  it('sends every header with every response, errors and redirects included', () => {
    // A block with an add_header of its own inherits none.
    const blocks = hostFile('nginx.conf').split('location ');
    const withHeaders = blocks.filter((block) => block.includes('add_header'));
    expect(withHeaders).toHaveLength(3);
    for (const block of withHeaders) {
      for (const name of Object.keys(headers)) {
        expect(block).toMatch(new RegExp(`add_header ${name} ".+" always;`));
      }
    }
  });

  it('stays within the base path', () => {
    const text = hostFile('nginx.conf', '/help/');
    expect(text).toContain('location = /help {');
    for (const [, path] of text.matchAll(/location (?:\S+ )?(\/\S*) \{/g)) {
      expect(path).toMatch(/^\/help(\/|$)/);
    }
  });
});
