import { budgets, weighFirstLoad } from '../../scripts/audit/first-load';
import { expect, test } from './page';

// The worker that keeps the app for use without a network asks for everything, afterwards.
test.use({ serviceWorkers: 'block' });

test('a card starts with no more scripts and styles than it may', async ({ page }) => {
  const { script, stylesheet } = await weighFirstLoad(page, '/errors/missing-connector');
  expect(script).toBeGreaterThan(0);
  expect(stylesheet).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(budgets.script);
  expect(stylesheet).toBeLessThanOrEqual(budgets.stylesheet);
});
