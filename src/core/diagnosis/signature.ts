/** One piece of a parsed signature: fixed text, a place where a named value stands, or one where one of several texts stands. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'alternatives'; readonly options: readonly string[] };

/** A brace that is literal, or what stands between two braces. */
const BRACES = /\\\{|\{([^{}]*)\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Splits a signature into its parts, in order. Total: every string has a parse, the empty string no parts.
 *
 * - `{name}` is a value, where a name is a letter or `_` followed by letters, digits or `_`;
 * - `{one|two}` are alternatives: at least one `|`, no brace or line break inside, no empty option;
 * - `\{` is a literal brace;
 * - every other brace, and everything else, is text, so that JSON needs no escaping.
 */
export function parseSignature(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (literal: string) => {
    if (literal !== '') append(parts, { kind: 'text', text: literal });
  };
  for (const { 0: braces, 1: inside, index } of text.matchAll(BRACES)) {
    const part = inside === undefined ? undefined : parseBraces(inside);
    if (inside !== undefined && !part) continue;
    add(text.slice(from, index));
    if (part) parts.push(part);
    else add('{');
    from = index + braces.length;
  }
  add(text.slice(from));
  return parts;
}

/** The value or alternatives that stand between braces; nothing if it is text. */
function parseBraces(inside: string): Part | undefined {
  if (NAME.test(inside)) return { kind: 'value', name: inside };
  const options = inside.split('|');
  const isText = options.length < 2 || /[\r\n]/.test(inside) || options.some((option) => option.trim() === '');
  return isText ? undefined : { kind: 'alternatives', options };
}

/** More alternatives than this in one signature are not expanded one by one. */
const MAX_VARIANTS = 64;

/** The ways to choose alternatives, each as text and values only; neighbouring text is joined. */
export function variantsOf(parts: Part[]): Part[][] {
  if (!parts.some((part) => part.kind === 'alternatives')) return [parts];
  let variants: Part[][] = [[]];
  let choices = 1;
  for (const part of parts) {
    if (part.kind !== 'alternatives') {
      for (const variant of variants) append(variant, part);
      continue;
    }
    // Beside each text that may stand here, the alternatives as they are written: a pasted template holds them so.
    const texts = [...part.options, `{${part.options.join('|')}}`];
    choices *= texts.length;
    if (choices > MAX_VARIANTS) {
      for (const variant of variants) append(variant, { kind: 'value', name: '' });
      continue;
    }
    variants = variants.flatMap((variant) => texts.map((text) => append([...variant], { kind: 'text', text })));
  }
  return variants;
}

function append(variant: Part[], part: Part): Part[] {
  const last = variant[variant.length - 1];
  if (part.kind === 'text' && last?.kind === 'text') {
    variant[variant.length - 1] = { kind: 'text', text: last.text + part.text };
  } else {
    variant.push(part);
  }
  return variant;
}
