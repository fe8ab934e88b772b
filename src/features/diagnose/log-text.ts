import { type Entry, type LogSummary, MAX_KEPT, type Period, type Tally } from '../../core/log/summary';
import { fillProse } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Ruleset } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import { valueLabel } from '../../core/ruleset/value-label';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import type { Labelled } from '../../lib/use-masks';
import { countErrors } from './findings';
import { sayCount } from './text-size';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** The beginning and end of a period, with a date where it is not within one day; in the zone that the log uses. */
export function sayEnds({ first, last }: Period, whole: Period): string[] {
  if (first === undefined || last === undefined) return [];
  const isOneDay = date.format(whole.first) === date.format(whole.last);
  const ends = [first, last].map((ms) => (isOneDay ? '' : `${date.format(ms)}, `) + clock.format(ms));
  return [...new Set(ends)];
}

/** "20 Nov 2026, 14:01 to 17:20 UTC"; empty without times. */
export function sayPeriod(period: Period, zone: LogSummary['zone']): string {
  if (period.first === undefined) return '';
  const ends = sayEnds(period, period).join(' to ');
  const day = /,/.test(ends) ? '' : `${date.format(period.first)}, `;
  return `${day}${ends}${{ all: ' UTC', some: ' UTC (some times name no zone)', none: '' }[zone]}`;
}

/** The most frequent values, up to `most` of them, each cut to `length` characters; and how many more there are. */
export function sayValues(tally: Tally, most: number, length: number, show = (value: string) => value): string {
  const cut = (value: string) => (value.length > length ? `${value.slice(0, length - 5)}…${value.slice(-4)}` : value);
  const shown = tally
    .slice(0, most)
    .map(([value]) => cut(show(value)))
    .join(', ');
  return tally.length > most ? `${shown} and ${tally.length < MAX_KEPT ? tally.length - most : 'many'} more` : shown;
}

/** The values of an error that are the same in every row that has them. */
export function sharedValues({ values }: Entry): Values {
  return new Map(Object.entries(values).flatMap(([name, [one, other]]) => (one && !other ? [[name, one[0]]] : [])));
}

/** Those that differ from row to row, by their labels. */
export function differingValues({ values }: Entry): [label: string, tally: Tally][] {
  return Object.entries(values).flatMap(([name, tally]) => (tally.length > 1 ? [[valueLabel(name), tally]] : []));
}

/** Whether a table would say more of a log's only error than its card does. */
export function hasTable(error: Entry, { unknownRows }: LogSummary): boolean {
  const { first, where } = error;
  return first !== undefined || where.length > 0 || unknownRows > 0 || differingValues(error).length > 0;
}

/** How many of an error's values the text of a log names, at most. */
const MOST = 5;

/** The parts of that text that come from the log itself, and may be secret, each with what it is. */
export function ownWords({ errors, notes }: LogSummary, files: readonly File[]): Labelled[] {
  const tallies = errors.flatMap(({ where, values }) => [['', where] as const, ...Object.entries(values)]);
  const values = tallies.flatMap(([name, tally]) =>
    tally.slice(0, MOST).map(([value]): Labelled => [name && valueLabel(name), value]),
  );
  return [...[...files.map(({ name }) => name), ...notes].map((text): Labelled => ['', text]), ...values];
}

type LogTextInput = { summary: LogSummary; files: readonly File[]; ruleset: Ruleset };

/**
 * The table of a log's errors as plain text, for a ticket. `address` is that of all cards; `show` gives each of
 * {@link ownWords} as it may be handed over.
 */
export function logText({ summary, files, ruleset }: LogTextInput, address: string, show: (word: string) => string) {
  const { errors, rows, unknownRows, zone, notes } = summary;
  const names = files.map(({ name }) => show(name));
  const say = (tally: Tally, length: number) => sayValues(tally, MOST, length, show);
  const head = [countErrors(errors), `in ${sayCount(rows, 'row')}`, ...names, sayPeriod(summary, zone)];
  const blocks = errors.map((error) => {
    const rule = ruleset.rules.find(({ id }) => id === error.ruleId);
    if (!rule) return '';
    const shared = sharedValues(error);
    const open = new Map([...shared].filter(([, value]) => show(value) === value));
    return [
      `${rule.title}: ${sayCount(error.rows, 'time')}`,
      ...[sayPeriod(error, zone), error.where.length > 0 && `Where: ${say(error.where, 60)}`].filter(Boolean),
      ...differingValues(error).map(([label, tally]) => `${label}: ${say(tally, 100)}`),
      fillProse(proseText(causeOf(rule)), shared, (text) => show(text).replace(/\s+/g, ' ')),
      `${address}${rule.id}${valuesFragment(open)}`,
    ].join('\n');
  });
  const unknown = unknownRows > 0 && sayCount(unknownRows, 'unrecognised error');
  return [head.filter(Boolean).join(', '), ...blocks, unknown, ...notes.map(show)].filter(Boolean).join('\n\n');
}
