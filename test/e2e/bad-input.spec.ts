import { diagnosis, expect, pasteBox, test } from './page';

const nothing = 'No known error found';
const inputs: [string, string][] = [
  ['one character', '?'],
  ['binary', String.fromCharCode(...Array.from({ length: 255 }, (_, i) => i + 1).filter((c) => c !== 13))],
  ['lone surrogates', 'a\ud800b\udfffc'],
  ['right-to-left text', 'שגיאה אירעה בעת שליחת הבקשה \u202eabc\u202c'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>"\'><b>bold</b>'],
  ['an address', 'javascript:alert(1)'],
];

test('whatever is pasted gets a calm answer, and stays as it is', async ({ page }) => {
  await page.goto('/');
  for (const [what, text] of inputs) {
    await pasteBox(page).fill(text);
    await expect(diagnosis(page), what).toContainText(nothing);
    await expect(pasteBox(page), what).toHaveValue(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  }
});

test('markup around and inside an error stays text', async ({ page }) => {
  const evil = '<img src=x onerror=alert(1)>';
  await page.goto('/');
  await pasteBox(page).fill(
    `${evil}\nCould not print/hold any page of job ${evil}. Print queue "><script>alert(2)</script> does not exist or was deleted.`,
  );
  await expect(diagnosis(page)).toContainText('The queue "><script>alert(2)</script> was deleted');
  await expect(page.getByRole('main').locator('img, script')).toHaveCount(0);
});

test('a template pasted with its braces is taken as the message', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(
    'Could not print/hold any page of job {jobName}. Print queue {queueIdentifier} does not exist or was deleted.',
  );
  await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
  await expect(diagnosis(page)).toContainText('The queue {queueIdentifier} was deleted');
});
