import { type Entry, type LogSummary, MAX_KEPT, type Period, type Tally } from '../../core/log/summary';
import { fillProse } from '../../core/ruleset/markdown';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Ruleset } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import { valueLabel } from '../../core/ruleset/value-label';
import type { Values } from '../../core/ruleset/values';
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
export function sayValues(tally: Tally, most: number, length: number): string {
  const cut = (value: string) => (value.length > length ? `${value.slice(0, length - 5)}…${value.slice(-4)}` : value);
  const shown = tally
    .slice(0, most)
    .map(([value]) => cut(value))
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

/** The table of a log's errors as plain text, for a ticket. `address` is that of all cards. */
export function logText(summary: LogSummary, files: readonly File[], ruleset: Ruleset, address: string): string {
  const { errors, rows, unknownRows, zone, notes } = summary;
  const names = files.map(({ name }) => name);
  const head = [countErrors(errors), `in ${sayCount(rows, 'row')}`, ...names, sayPeriod(summary, zone)];
  const blocks = errors.map((error) => {
    const rule = ruleset.rules.find(({ id }) => id === error.ruleId);
    if (!rule) return '';
    return [
      `${rule.title}: ${sayCount(error.rows, 'time')}`,
      ...[sayPeriod(error, zone), error.where.length > 0 && `Where: ${sayValues(error.where, 5, 60)}`].filter(Boolean),
      ...differingValues(error).map(([label, tally]) => `${label}: ${sayValues(tally, 5, 100)}`),
      fillProse(proseText(causeOf(rule)), sharedValues(error), (text) => text.replace(/\s+/g, ' ')),
      `${address}${rule.id}`,
    ].join('\n');
  });
  const unknown = sayCount(
    unknownRows,
    'row looks like an error and is not known.',
    'rows look like errors and are not known.',
  );
  return [head.filter(Boolean).join(', '), ...blocks, unknownRows > 0 && unknown, ...notes]
    .filter(Boolean)
    .join('\n\n');
}
