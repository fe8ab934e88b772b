/** Measures the engine against one regular expression a signature. First form; prints a Markdown table. */
import { cpus } from 'node:os';
import { createDiagnoser } from '../../src/core/diagnosis';
import { parseSignature } from '../../src/core/diagnosis/signature';
import { logText, makePack } from './packs';

function toRegExp(signature: string): RegExp {
  const source = parseSignature(signature)
    .map((part) => {
      if (part.kind === 'value') return '(.*?)';
      if (part.kind === 'alternatives') return `(?:${part.options.map(quote).join('|')})`;
      return quote(part.text);
    })
    .join('');
  return new RegExp(source, 'g');
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const MB = 1 << 20;
console.log(`${cpus().length} cores, Node ${process.version}\n`);
console.log(
  '| signatures | text | build ms | JSON.parse ms | engine MB/s | findings | regex MB/s |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const signatures of [10, 2000, 100_000]) {
  const pack = makePack(signatures, 1);
  const json = JSON.stringify(pack);
  const parse = time(() => JSON.parse(json));
  let diagnoser = createDiagnoser([]);
  const build = time(() => {
    diagnoser = createDiagnoser(pack);
  });
  diagnoser.diagnose(logText(pack, 200_000, 3));
  for (const size of [10 * 1024, MB, 10 * MB]) {
    const text = logText(pack.slice(0, 2000), size, 2);
    let found = 0;
    const own = time(() => {
      found = diagnoser.diagnose(text).findings.length;
    });
    let regex = '';
    if (signatures <= 2000 && size <= MB) {
      const expressions = pack.flatMap((rule) => rule.signatures.map(toRegExp));
      const other = time(() => {
        for (const expression of expressions) for (const _ of text.matchAll(expression));
      });
      regex = (text.length / MB / (other / 1000)).toFixed(2);
    }
    const speed = (text.length / MB / (own / 1000)).toFixed(2);
    console.log(
      `| ${signatures} | ${(text.length / MB).toFixed(2)} MB | ${build.toFixed(0)} | ${parse.toFixed(0)} | ${speed} | ${found} | ${regex} |`,
    );
  }
}
