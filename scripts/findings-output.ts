import type { ErrorRow } from '../src/core/log/log-reader';
import type { LogSummary, Tally } from '../src/core/log/summary';
import type { PlacedFinding } from '../src/core/ruleset/recognise';
import type { Rule, Ruleset } from '../src/core/ruleset/schema';

/** How many places and values of an error its text names. */
const MAX_NAMED = 5;

/** Writes findings to standard output as they come: a JSON list, one to a line. Its form is documented and stays. */
export class JsonFindings {
  readonly #rules: ReadonlyMap<string, Rule>;
  #hasAny = false;

  constructor(ruleset: Ruleset) {
    this.#rules = new Map(ruleset.rules.map((rule) => [rule.id, rule]));
  }

  /** Takes a row with errors and the text that their offsets refer to, as a `LogReader` tells them. */
  add({ row, findings }: ErrorRow, text: string, textStart: number): void {
    for (const finding of findings as readonly PlacedFinding[]) {
      const { ruleId, captures, certainty, start, end, isCommon = false, situation } = finding;
      const skipped = row.unit === 'line' ? text.slice(row.start - textStart, start).split('\n').length - 1 : 0;
      const entry = {
        rule: ruleId,
        title: this.#rules.get(ruleId)?.title,
        message: text.slice(start, end),
        values: Object.fromEntries(captures.map(({ name, value }) => [name, value])),
        certainty,
        common: isCommon,
        [row.unit]: row.number + skipped,
        start: textStart + start,
        end: textStart + end,
        link: linkTo(ruleId, situation),
      };
      process.stdout.write(`${this.#hasAny ? ',' : '['}\n${JSON.stringify(entry)}`);
      this.#hasAny = true;
    }
  }

  end(): void {
    process.stdout.write(this.#hasAny ? '\n]\n' : '[]\n');
  }
}

/** Takes what a log holds and its rules; returns it as text: each error once, with its places, values and link. */
export function textOf({ errors, suggestions }: LogSummary, { rules }: Ruleset): string {
  const titleOf = (id: string) => rules.find((rule) => rule.id === id)?.title ?? id;
  if (errors.length === 0) {
    const near = suggestions.map(({ ruleId }) => `  ${titleOf(ruleId)}: ${linkTo(ruleId)}\n`);
    return `No known error.\n${near.length > 0 ? 'Known errors that share words with the text:\n' : ''}${near.join('')}`;
  }
  const blocks = errors.map(({ ruleId, rows, places, values }) => {
    const named = places.slice(0, MAX_NAMED);
    const situations = new Set(places.map(({ finding }) => (finding as PlacedFinding | undefined)?.situation));
    return [
      rows > 1 ? `${titleOf(ruleId)}, ${rows.toLocaleString('en')} times` : titleOf(ruleId),
      ...named.map(({ unit, row, text }) => `  ${unit} ${row}: ${text.replace(/\s+/g, ' ').trim()}`),
      ...(rows > named.length ? [`  and ${(rows - named.length).toLocaleString('en')} more`] : []),
      ...Object.entries(values).map(([name, tally]) => `  ${name}: ${sayTally(tally)}`),
      // Where the places tell of different causes, the link is to the card as a whole.
      `  ${linkTo(ruleId, situations.size === 1 ? [...situations][0] : undefined)}`,
      '',
    ].join('\n');
  });
  return blocks.join('\n');
}

function sayTally(tally: Tally): string {
  const named = tally.slice(0, MAX_NAMED).map(([value, rows]) => (rows > 1 ? `${value} (${rows} times)` : value));
  return tally.length > MAX_NAMED ? `${named.join(', ')}, …` : named.join(', ');
}

/** The address of a rule's card: of the site that SITE_URL and BASE_PATH name, or else from its root. */
function linkTo(ruleId: string, situation?: string): string {
  const { SITE_URL, BASE_PATH = '' } = process.env;
  const path = `/${BASE_PATH}/errors/${ruleId}`.replace(/\/+/g, '/') + (situation ? `?situation=${situation}` : '');
  return SITE_URL ? new URL(path, SITE_URL).href : path;
}
