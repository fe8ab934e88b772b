/** A moment that a log names. */
export interface Moment {
  /** In milliseconds since 1970, UTC. A time that names no zone is taken as UTC. */
  ms: number;
  hasZone: boolean;
}

/** How far into a row a time is looked for, in characters. */
const REACH = 100;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `((?:${MONTHS.join('|')})[a-z]*)`;
const CLOCK = String.raw`(?:[T ,:_]{1,2}| at )(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?![:\d])(?:[ \u00a0\u202f]?([AP])\.? ?M\b\.?)?(?: ?(Z\b|UTC|GMT|[+-]\d\d:?\d\d))?`;

/** Ways to write a date, and the order of its parts. Slashes stand between both orders. */
const FORMATS = [
  [String.raw`(\d{4})[-/.](\d\d?)[-/.](\d\d?)`, 'ymd'],
  [String.raw`(\d\d?)/(\d\d?)/(\d{4}|\d\d)`, 'mdy'],
  [String.raw`(\d\d?)[.-](\d\d?)[.-](\d{4})`, 'dmy'],
  [String.raw`(\d\d?)[ /-]${MONTH}[ /-](\d{4})`, 'dmy'],
  [String.raw`(\d\d?)-${MONTH}-(\d\d)`, 'dmy'],
  [String.raw`(20\d\d)(\d\d)(\d\d)`, 'ymd'],
  [String.raw`${MONTH} +(\d\d?),? (\d{4})`, 'mdy'],
  // As syslog has it, without a year.
  [String.raw`${MONTH} +(\d\d?)()`, 'mdy'],
].map(([date, order]) => ({ pattern: new RegExp(String.raw`(?<!\d)${date}${CLOCK}`, 'i'), order: order as string }));

/** Seconds or milliseconds since 1970, from 2001 to 2033, at the beginning of a line or cell. */
const EPOCH = /^[[(<]?(1\d{9})(\d{3})?(?:[.,]\d+)?(?=$|[\s\])>,;|])/;

/** Dates with slashes that can be in one order only. */
const DAY_FIRST = /(?<!\d)(?:1[3-9]|2\d|3[01])\/\d\d?\/\d{2}/;
const MONTH_FIRST = /(?<!\d)\d\d?\/(?:1[3-9]|2\d|3[01])\/\d{2}/;

/** Takes a zone ("UTC", "GMT+2", "-05:00") and returns how far its clocks are ahead of UTC, in milliseconds. */
export function offsetOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d?)(?::?(\d\d))?/.exec(zone) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}

/** Reads the times of one log, whose rows nearly always write them alike. */
export class TimeReader {
  #format = FORMATS[0];
  #isDayFirst: boolean;
  /** Whether a date has shown that those before it were read with the wrong order of day and month. */
  wasWrong = false;

  /**
   * Takes the log's beginning, which may show whether "11/12/2026" is in November or December; if not, `isDayFirst` counts.
   */
  constructor(head: string, isDayFirst = false) {
    this.#isDayFirst = DAY_FIRST.test(head) || (isDayFirst && !MONTH_FIRST.test(head));
  }

  /** Takes a row or a cell and returns the first time near its beginning that has a date, if there is one. */
  read(text: string): Moment | undefined {
    const [, seconds, milliseconds = '000'] = EPOCH.exec(text) ?? [];
    if (seconds) return { ms: Number(seconds + milliseconds), hasZone: true };
    const head = text.slice(0, REACH);
    if (!/\d:\d\d/.test(head)) return undefined;
    const first = this.#format?.pattern.exec(head);
    if (first) return this.#moment(first);
    for (const format of FORMATS) {
      const match = format.pattern.exec(head);
      if (!match) continue;
      this.#format = format;
      return this.#moment(match);
    }
    return undefined;
  }

  #moment(match: RegExpExecArray): Moment | undefined {
    const [, a = '', b = '', c = '', hour, minute, second = '0', fraction = '', half, zone] = match;
    const { order = '', pattern } = this.#format ?? {};
    const hasSlashes = pattern === FORMATS[1]?.pattern;
    if (hasSlashes && Number(this.#isDayFirst ? b : a) > 12 && Number(this.#isDayFirst ? a : b) <= 12) {
      this.#isDayFirst = !this.#isDayFirst;
      this.wasWrong = true;
    }
    const isSwapped = hasSlashes && this.#isDayFirst;
    const part = (letter: string) => [a, b, c][(isSwapped ? 'dmy' : order).indexOf(letter)] ?? '';
    const named = MONTHS.indexOf(part('m').slice(0, 3).toLowerCase());
    const month = named >= 0 ? named : Number(part('m')) - 1;
    const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
    const at = (year: number) =>
      Date.UTC(year, month, Number(part('d')), hours, Number(minute), Number(second), Number(`0.${fraction}0`) * 1000);
    const thisYear = new Date().getUTCFullYear();
    // Without a year it is the last such day.
    const lastYear = at(thisYear) > Date.now() + 86_400_000 ? thisYear - 1 : thisYear;
    const ms = at(part('y') ? Number(part('y').padStart(4, '20')) : lastYear) - offsetOf(zone ?? '');
    // "0001-01-01" and the like stand for no time.
    return month > 11 || hours > 24 || !(ms > 0) ? undefined : { ms, hasZone: zone !== undefined };
  }
}
