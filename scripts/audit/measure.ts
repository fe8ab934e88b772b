import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser } from '../../test/browser';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Measured = {
  lcp: number;
  tbt: number;
  cls: number;
  scores: number[];
  /** What Lighthouse would have otherwise, outside of performance. */
  complaints: string[];
};

/** One run of Lighthouse as it is by default: a simulated phone on a simulated slow network, in a browser of its own. */
export async function measure(url: string): Promise<Measured> {
  const browser = await findBrowser();
  const chrome = await launch({
    chromePath: browser.path,
    envVars: { ...process.env, ...browser.env },
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: [...categories],
    });
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message);
    const { audits, categories: judged } = result.lhr;
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    return {
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift'),
      scores: categories.map((id) => Math.round((judged[id]?.score ?? 0) * 100)),
      complaints: categories
        .slice(1)
        .flatMap((id) =>
          (judged[id]?.auditRefs ?? [])
            .filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
            .map((ref) => `${id}: ${audits[ref.id]?.title}`),
        ),
    };
  } finally {
    chrome.kill();
  }
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
