import { createDiagnoser } from '../diagnosis';
import { parseSignature } from '../diagnosis/signature';

/** A draft is made from the beginning of a text; more of it would not make a better one. */
const MOST_CHARACTERS = 20_000;
const MOST_LINES = 50;
const MOST_WORDS = 200;

/** Of two lines that share so many of their words, in order, one says the same as the other. */
const ALIKE = 0.6;

/** Stands for a part that varies: a character of no text. */
const VARYING = '\u{f0000}';

/** What differs from one occurrence to the next, whatever the message: each is a part that varies. */
const VARYING_PARTS = [
  // What masking has left, such as "[GUID 1]".
  /\[[A-Za-z-]+(?: [A-Za-z-]+)? \d{1,6}\]/g,
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/gi,
  /[^\s@"'<>=]{1,64}@[^\s@"'<>]{1,255}/g,
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi,
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?/g,
  // A name in quotes within a sentence; strings in JSON are often what tells messages apart.
  /(?<=(?:^|[\s(])")[^"\n]{1,200}(?="(?:$|[\s.,;)]))|(?<=“)[^”\n]{1,200}(?=”)/g,
  /(?<![\w/])(?:[A-Za-z]:)?(?:[\\/][\w.~-]{1,100}){2,}/g,
  /(?<!\w)(?:0x[0-9a-f]+|(?=[a-f]*\d)[0-9a-f]{8,64})(?!\w)/gi,
  // A status or an error code tells messages apart, so it is a part that stays.
  /(?<![\w.])(?<!(?:code|status|error|http)[ =:#]{0,3})\d{3,}(?:\.\d+)*(?!\w)/gi,
];

const TIME_AND_LEVEL =
  /^[\s>*•-]*\[?\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\]?\s*|^[\s>*•-]*\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?(?![\w-])[:\s-]*/;
const STACK_LINE = /^\s*(?:at |--- |Caused by:|File "|in )/;

/** A line as words, some of them varying or holding a part that varies. */
type Words = readonly string[];

/**
 * Takes a text that no rule recognises and returns a signature for it: its most frequent line (of several, the
 * longest), what varies as {value1}, {value2}, …. Where lines say the same but for some words, these are what varies;
 * else ids, numbers, names in quotes and the like are. Null if there are not two fixed words, or if the signature
 * would not find the very lines that it was made from. Looks at the first 20,000 characters, 50 lines and 200 words a
 * line, and so takes bounded time. Never throws.
 */
export function draftSignature(text: string): string | null {
  const lines = text
    .slice(0, MOST_CHARACTERS)
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .filter((line) => line.trim() && !STACK_LINE.test(line))
    .map((line) => line.replace(TIME_AND_LEVEL, '').replace(TIME_AND_LEVEL, '').trim());
  const best = groupAlike(lines).sort(
    (a, b) =>
      b.lines.length - a.lines.length || b.words.join(' ').length - a.words.join(' ').length,
  )[0];
  if (!best) return null;
  const signature = write(best.words);
  const fixed = parseSignature(signature)
    .flatMap((part) => (part.kind === 'text' ? part.text.split(/\s+/) : []))
    .filter((word) => /\p{L}{2}/u.test(word));
  if (fixed.length < 2) return null;
  const diagnoser = createDiagnoser([{ id: 'draft', signatures: [signature] }]);
  const found = best.lines.every((line) =>
    diagnoser.diagnose(line).findings.some(({ certainty }) => certainty === 'exact'),
  );
  return found ? signature : null;
}

type Group = { words: Words; lines: string[] };

/** Lines that say the same, together, with the words that they share. */
function groupAlike(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const words = toWords(line);
    const group = groups.find((other) => {
      const shared = fixedOf(shareWords(other.words, words));
      return shared >= ALIKE * Math.max(fixedOf(other.words), fixedOf(words)) && shared > 1;
    });
    if (group) {
      group.words = shareWords(group.words, words);
      group.lines.push(line);
    } else groups.push({ words, lines: [line] });
  }
  return groups;
}

function toWords(line: string): Words {
  let marked = line;
  for (const part of VARYING_PARTS) marked = marked.replace(part, VARYING);
  return marked.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

function fixedOf(words: Words): number {
  return words.filter((word) => word !== VARYING).length;
}

/**
 * The words that both have, in order, and a varying part wherever one of them has others: a longest common
 * subsequence by dynamic programming (Wagner and Fischer, 1974).
 */
function shareWords(a: Words, b: Words): Words {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      length[at] =
        a[i] === b[j]
          ? (length[at + width + 1] ?? 0) + 1
          : Math.max(length[at + width] ?? 0, length[at + 1] ?? 0);
    }
  }
  const shared: string[] = [];
  const vary = () => {
    if (shared.at(-1) !== VARYING) shared.push(VARYING);
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      shared.push(a[i] as string);
      i++;
      j++;
    } else {
      vary();
      if (j >= b.length || (i < a.length && (length[at + width] ?? 0) >= (length[at + 1] ?? 0)))
        i++;
      else j++;
    }
  }
  return shared;
}

/** The words as a signature: braces of the text are literal, and no two varying parts stand side by side. */
function write(words: Words): string {
  let count = 0;
  return words
    .join(' ')
    .replace(/\{/g, '\\{')
    .replace(new RegExp(`${VARYING}(?:[^\\p{L}\\p{N}]{0,2}${VARYING})*`, 'gu'), () => {
      count++;
      return `{value${count}}`;
    });
}
