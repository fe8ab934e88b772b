/** A text with layers of escaping undone, and where each of its UTF-16 units comes from. */
export interface View {
  text: string;
  /** For each unit of `text`, and its end, the offset in the original. If absent, that is the unit's own plus `base`. */
  offsets: Uint32Array | undefined;
  base: number;
}

/** Character references that mail programs, portals and log viewers write; the first of each pair is lower case. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  (
    'quot " apos \' amp & lt < gt > nbsp \u00a0 ensp \u2002 emsp \u2003 thinsp \u2009 shy \u00ad zwnj \u200c zwj \u200d ' +
    'lrm \u200e rlm \u200f ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” bull • hellip … laquo « raquo » colon : ' +
    'comma , period . equals = lbrace { rbrace } lcub { rcub } sol / bsol \\ newline \n tab \t'
  )
    .match(/\w+ [\s\S]/g)
    ?.map((pair) => [pair.slice(0, -2), pair.slice(-1)] as const),
);
const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

/** One percent-encoded character of UTF-8, its percent signs encoded any number of times. */
const PERCENT = (() => {
  const percent = '%(?:25)*';
  const later = `${percent}[89ab][0-9a-f]`;
  const leads = [`[0-7][0-9a-f]`, `[cd][0-9a-f]${later}`, `e[0-9a-f](?:${later}){2}`, `f[0-9a-f](?:${later}){3}`];
  return new RegExp(`${percent}(?:${leads.join('|')})`, 'gi');
})();
/** What only an encoder writes: white space, a quotation mark or a dash. A stray `%41` in a text shows nothing. */
const ENCODED = /%(?:25)*(?:20|22|0[ad]|e2%(?:25)*80|c2%(?:25)*a0|e3%(?:25)*80%(?:25)*80)/i;
const ENCODED_MARK = /%(?:25)*(?:09|2[1-9a-f]|3[a-f]|40|5[b-e]|60|7[b-e]|[c-f][0-9a-f]%)/i;

const CODE_UNIT = /(?<!\\)\\{1,16}(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi;
const WHITE = /(?<!\\)\\{1,16}([nrt])/g;
const WHITES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const TIME_STAMP = /^\d{1,4}[-/.:]\d/;

/** Terminal colour codes, with the escape character or written out, or what is left of them without it. */
export const COLOUR = new RegExp(
  `(?:${String.fromCharCode(0x1b)}|(?<!\\\\)\\\\{1,4}(?:033|e))\\[[0-9;:?]{0,24}[ -/]{0,4}[@-~]|\\[(?:\\d{1,3}(?:;\\d{1,3}){0,8})?m`,
  'g',
);

/** A tag, and the line break behind it. */
const TAG = /<\/?([a-z]{1,10}[1-6]?)(?:\s[^<>]{0,200})?\/?>(\r?\n)?/gi;
const INVISIBLE = '\u200b';
/** What stands for each tag. */
const TAGS = new Map(
  [
    [INVISIBLE, 'a b code em font i kbd mark s small span strong sub sup tt u'],
    ['\t', 'td th'],
    ['\n', 'blockquote br div h1 h2 h3 h4 h5 h6 li ol p pre table tbody thead tr ul'],
  ].flatMap(([white = '', names = '']) => names.split(' ').map((name) => [name, white] as const)),
);
/** In each round every kind is undone at any depth; so many changes of kind are undone. More than three were never met. */
const MAX_ROUNDS = 4;

/**
 * Undoes what the stretch `start` to `end` (exclusive) of a text was wrapped in: rules that rewrite are applied in turn until nothing
 * changes. Quotation marks and backslashes are left, since the comparison ignores them.
 */
export function undoLayers(text: string, start: number, end: number): View {
  let view: View = { text: text.slice(start, end), offsets: undefined, base: start };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = view;
    view = undoEncoding(view);
    if (view.text.includes('&')) view = rewrite(view, ENTITY, entityOf);
    if (view.text.includes('\\')) {
      view = rewrite(view, CODE_UNIT, ([, long, short]) =>
        String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
      );
      view = rewrite(view, WHITE, whiteOf);
    }
    if (view === before) break;
  }
  if (view.text.includes('[')) view = rewrite(view, COLOUR, () => INVISIBLE);
  return view.text.includes('<') ? rewrite(view, TAG, tagReader(view.text)) : view;
}

/** Replaces each match by what `by` returns for it, unless that is nothing. */
function rewrite(view: View, pattern: RegExp, by: (found: RegExpExecArray) => string | undefined): View {
  const { text, base } = view;
  const offsetOf = (unit: number) => view.offsets?.[unit] ?? base + unit;
  let offsets: Uint32Array | undefined;
  let out = '';
  let done = 0;
  const copy = (to: number) => {
    for (let unit = done; unit < to; unit++) (offsets as Uint32Array)[out.length + unit - done] = offsetOf(unit);
    out += text.slice(done, to);
  };
  for (const found of text.matchAll(pattern)) {
    const units = by(found);
    if (units === undefined) continue;
    offsets ??= new Uint32Array(text.length + 1);
    copy(found.index);
    for (let i = 0; i < units.length; i++) offsets[out.length + i] = offsetOf(found.index);
    out += units;
    done = found.index + found[0].length;
  }
  if (offsets === undefined) return view;
  copy(text.length);
  offsets[out.length] = offsetOf(text.length);
  return { text: out, offsets, base };
}

function entityOf([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase());
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/** The white space that `\n` stands for; nothing if it may be a path's backslash before a name. */
function whiteOf({ 0: found, 1: letter = '', index, input }: RegExpExecArray): string | undefined {
  const after = index + found.length;
  const next = input.charAt(after);
  const isSure =
    !/[\p{L}\p{N}]/u.test(next) ||
    next !== next.toLowerCase() ||
    TIME_STAMP.test(input.slice(after, after + 8)) ||
    /[\s"'.,;!?)}\]>]/.test(input.charAt(index - 1));
  return isSure ? WHITES[letter] : undefined;
}

/** What stands for a tag: white space or nothing. A tag that is not closed anywhere may be a placeholder: it stays. */
function tagReader(text: string): (found: RegExpExecArray) => string | undefined {
  const closed = new Map<string, boolean>();
  return ([, tag = '', lineBreak = '']) => {
    const white = TAGS.get(tag.toLowerCase());
    if (white === undefined) return undefined;
    if (!closed.has(tag)) closed.set(tag, tag.toLowerCase() === 'br' || text.includes(`</${tag}>`));
    if (!closed.get(tag)) return undefined;
    return white === INVISIBLE ? white + lineBreak : white;
  };
}

/** Undoes percent-encoding in those runs without white space that were encoded as a whole. */
function undoEncoding(view: View): View {
  const { text } = view;
  if (!text.includes('%')) return view;
  let end = 0;
  let isEncoded = false;
  return rewrite(view, PERCENT, ({ 0: found, index }) => {
    if (index >= end) {
      let start = index;
      while (start > end && !/\s/.test(text.charAt(start - 1))) start--;
      end = index;
      while (end < text.length && !/\s/.test(text.charAt(end))) end++;
      const run = text.slice(start, end);
      isEncoded = ENCODED.test(run) || (run.includes('+') && ENCODED_MARK.test(run));
    }
    return isEncoded ? decodePercent(found) : undefined;
  });
}

/** A text without its character references, at any depth. */
export function decodeEntities(text: string): string {
  return rewrite({ text, offsets: undefined, base: 0 }, ENTITY, entityOf).text;
}

/** A text without its percent-encoding, at any depth. What is no valid UTF-8 stays. */
export function decodePercent(text: string): string {
  return text.replace(PERCENT, (bytes) => {
    try {
      return decodeURIComponent(bytes.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%'));
    } catch {
      return bytes;
    }
  });
}

/** A text without HTML tags; those that divide become white space. `whole`, of which it is a part, tells which are closed. */
export function removeTags(text: string, whole: string): string {
  return rewrite({ text, offsets: undefined, base: 0 }, TAG, tagReader(whole)).text;
}
