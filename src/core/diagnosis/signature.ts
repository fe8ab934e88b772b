/** A stretch of fixed text. */
export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
}

/** A place where a named value stands; what stands there differs from one occurrence to the next. */
export interface ValuePart {
  readonly kind: 'value';
  readonly name: string;
}

/** A place where exactly one of several fixed texts stands. */
export interface AlternativesPart {
  readonly kind: 'alternatives';
  /** In the order written; at least two, none empty. */
  readonly options: readonly string[];
}

/** One piece of a parsed signature. */
export type Part = TextPart | ValuePart | AlternativesPart;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Splits a signature into its parts, in order.
 *
 * - `{name}` is a value, where a name is a letter or `_` followed by letters, digits or `_`;
 * - `{one|two}` are alternatives: at least one `|`, no brace or line break inside, no empty option;
 * - `\{` is a literal brace;
 * - every other brace, and everything else, is text, so that JSON needs no escaping.
 *
 * Total: every string has a parse, none throws. Neighbouring text is joined, empty text is left out, so the empty
 * string has no parts.
 */
export function parseSignature(text: string): Part[] {
  const parts: Part[] = [];
  let literal = '';
  let from = 0;
  const flush = () => {
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
  };
  for (;;) {
    const open = text.indexOf('{', from);
    if (open < 0) break;
    if (open > from && text[open - 1] === '\\') {
      literal += `${text.slice(from, open - 1)}{`;
      from = open + 1;
      continue;
    }
    const part = parseBraces(text, open);
    if (part === undefined) {
      literal += text.slice(from, open + 1);
      from = open + 1;
      continue;
    }
    literal += text.slice(from, open);
    flush();
    parts.push(part.part);
    from = part.end;
  }
  literal += text.slice(from);
  flush();
  return parts;
}

/** The value or alternatives that open at `open`, and the offset after their closing brace; nothing if it is text. */
function parseBraces(text: string, open: number): { part: Part; end: number } | undefined {
  const close = text.indexOf('}', open + 1);
  if (close < 0) return undefined;
  const nested = text.indexOf('{', open + 1);
  if (nested >= 0 && nested < close) return undefined;
  const inside = text.slice(open + 1, close);
  if (NAME.test(inside)) return { part: { kind: 'value', name: inside }, end: close + 1 };
  if (!inside.includes('|') || /[\r\n]/.test(inside)) return undefined;
  const options = inside.split('|');
  if (options.some((option) => option.trim() === '')) return undefined;
  return { part: { kind: 'alternatives', options }, end: close + 1 };
}
