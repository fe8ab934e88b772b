import { budgets, weighFirstLoad } from '../../scripts/audit/first-load';
import { expect, test } from '../e2e/page';
import { pack } from './pack';

// The worker that keeps the app for use without a network asks for everything, afterwards.
test.use({ serviceWorkers: 'block', dataset: pack });

test('a card starts with no more scripts and styles than it may', async ({ page }) => {
  const { script, stylesheet } = await weighFirstLoad(page, `/errors/${pack.rules[0]?.id}`);
  expect(script).toBeGreaterThan(0);
  expect(stylesheet).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(budgets.script);
  expect(stylesheet).toBeLessThanOrEqual(budgets.stylesheet);
});
