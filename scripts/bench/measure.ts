export const MB = 1024 * 1024;

/** The milliseconds that some work takes. */
export function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * The median milliseconds of each work, of several rounds in which each has its turn, so that a busy moment of the machine
 * slows all of them. Works get the number of the round. Rounds for the compiler come first and do not count.
 */
export function inTurns(works: ((round: number) => unknown)[], rounds = 7, forCompiler = 2): number[] {
  const times = Array.from({ length: forCompiler + rounds }, (_, round) =>
    works.map((work) => time(() => work(round))),
  );
  return works.map((_, i) => median(times.slice(forCompiler).map((round) => round[i] ?? Number.NaN)));
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** Prints the beginning of a Markdown table. */
export function table(...headings: string[]): void {
  console.log('');
  row(...headings);
  row(...headings.map(() => '---'));
}

export function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
