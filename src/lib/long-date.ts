// The app speaks English only; asking the browser for its month names takes longer than rendering the page.
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Takes a date such as 2026-04-24 and returns it as people write it: 24 April 2026. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
