import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser } from '../../test/browser';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Runs Lighthouse once with its defaults: a simulated phone on a simulated slow network. Times are in milliseconds. */
export async function measure(url: string) {
  const { path, env } = await findBrowser();
  const chrome = await launch({
    chromePath: path,
    envVars: { ...process.env, ...env },
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--ignore-certificate-errors'],
  });
  try {
    const flags = { port: chrome.port, logLevel: 'error', onlyCategories: categories } as const;
    const result = await lighthouse(url, flags);
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message);
    const { audits, categories: judged } = result.lhr;
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    return {
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift'),
      /** The lowest of the four categories, of 100. */
      score: Math.round(100 * Math.min(...categories.map((id) => judged[id]?.score ?? 0))),
      faults: categories
        .slice(1)
        .flatMap((id) => judged[id]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => audits[id]?.title),
    };
  } finally {
    chrome.kill();
  }
}
