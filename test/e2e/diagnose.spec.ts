import { diagnosis, expect, marks, pasteBox, pasteByKeys, test } from './page';

const guid = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const missing = `Could not print/hold any page of job Plan > 90% of floor-03. Print queue ${guid} does not exist or was deleted.`;

const messages: [string, string][] = [
  ['Sign-in refused', 'User Not Accepted'],
  ['Missing queue', missing],
  [
    'Release refused',
    '{"error":{"message":"Release Failed","detail":"Card Reader Check Failed due to missing privileges"},"status":"failure"}',
  ],
];

test('messages of each kind are recognised when pasted alone', async ({ page }) => {
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  for (const [title, message] of messages) {
    await pasteBox(page).fill(message);
    await expect(diagnosis(page).getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(diagnosis(page).getByRole('link', { name: title, exact: true })).toBeVisible();
    await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
    expect((await marks(page)).join('')).not.toBe('');
  }
});

test('one error among other lines shows its whole card, marked in the text, with its values', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(`07:41 ERROR Floor3\n${missing}\n   at Worker.MoveNext()`);
  const card = diagnosis(page);
  await expect(card.getByRole('heading', { name: 'Cause' })).toBeVisible();
  await expect(card.getByText('Exact match')).toBeVisible();
  await expect(card.getByText(`The queue ${guid} was deleted`)).toBeVisible();
  // It stands in the box beside.
  await expect(card.getByRole('region', { name: 'Error message' })).toHaveCount(0);
  expect(await marks(page)).toEqual([expect.stringContaining(missing.slice(0, -1))]);
  await card.getByRole('link', { name: 'Missing queue' }).click();
  await expect(page).toHaveURL('/errors/missing-queue');
  await expect(page.getByRole('heading', { level: 1, name: 'Missing queue' })).toBeFocused();
});

test('the example can be tried with one click where there is no text', async ({ page }) => {
  await page.goto('/');
  const example = page.getByRole('button', { name: 'Try an example' });
  await example.click();
  await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
  await expect(example).toHaveCount(0);
});

test('several errors are rows of one table, and open their cards in place', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(['User Not Accepted', 'Hi, and this one:', missing, 'User Not Accepted'].join('\n'));
  await expect(diagnosis(page).getByRole('heading', { level: 2 })).toHaveText('2 errors, 3 times');
  await expect(diagnosis(page).getByRole('rowheader').getByRole('button')).toHaveText([
    'Sign-in refused',
    'Missing queue',
  ]);
  await expect(
    diagnosis(page)
      .getByRole('row', { name: /Sign-in refused/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('2');
  await diagnosis(page).getByRole('button', { name: 'Missing queue' }).click();
  await expect(diagnosis(page).getByRole('radio', { name: 'Use another queue' })).toBeVisible();
  await diagnosis(page).getByText('All places').click();
  await expect(diagnosis(page).getByRole('listitem').filter({ hasText: 'line 3: Could not print' })).toBeVisible();
});

test('an error that repeats is one card, with every place it stands in', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill([missing, 'then', missing.replace('Plan', 'Disk')].join('\n'));
  await expect(diagnosis(page).getByRole('heading', { level: 2 }).first()).toHaveText('1 error, 2 times');
  await expect(diagnosis(page).getByRole('rowheader')).toContainText(/Job name: Plan > 90%.*, Disk > 90%/);
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toHaveCount(1);
  await diagnosis(page).getByText('All places').click();
  await expect(diagnosis(page)).toContainText('line 3: Could not print/hold any page of job Disk');
});

test('a text about something else gets no card', async ({ page }) => {
  await page.goto('/');
  for (const text of [
    'SpoolerHttpNotFoundException: StatusCode=404',
    'An error occurred while sending the email.',
    'Release Failed',
    'The quick brown fox',
    'x',
  ]) {
    await pasteBox(page).fill(text);
    await expect(diagnosis(page)).toContainText('No known error found');
    await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toHaveCount(0);
  }
  await pasteBox(page).fill(' \n\t ');
  await expect(page.getByRole('heading', { name: /^No message to paste/ })).toBeVisible();
});

test('what is only close is offered as a search result', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill('our PrintTicket and SessionTicket are invalid, does the account need to sign in?');
  const section = diagnosis(page);
  await expect(section.getByRole('heading', { name: 'Errors that match some of its words' })).toBeVisible();
  await expect(section.getByRole('link', { name: 'Expired ticket' })).toBeVisible();
});

test('a paste takes the place of the last one, which can be brought back', async ({ page }) => {
  await page.goto('/');
  await pasteByKeys(page, 'User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await pasteByKeys(page, `${missing}\r\n`);
  await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
  await expect(pasteBox(page)).toHaveValue(`${missing}\n`);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pasteBox(page)).toHaveValue('User Not Accepted');
  await pasteByKeys(page, 'SpoolerHttpBadRequestException: StatusCode=429');
  await expect(pasteBox(page)).toHaveValue('SpoolerHttpBadRequestException: StatusCode=429');
  await page.getByRole('button', { name: 'Bring back my text' }).click();
  await expect(pasteBox(page)).toHaveValue('User Not Accepted');
  // Once the reader has typed, the text is theirs.
  await pasteBox(page).press('ControlOrMeta+End');
  await page.keyboard.type('. ');
  await pasteByKeys(page, 'More');
  await expect(pasteBox(page)).toHaveValue('User Not Accepted. More');
});

test('a paste anywhere is diagnosed on the first page', async ({ page }) => {
  await page.goto('/errors/sign-in-refused?situation=refresh-needed');
  await page.getByRole('checkbox').first().check();
  await pasteByKeys(page, missing);
  await expect(page).toHaveURL('/');
  await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
  // In a field it stays there.
  await page.goto('/errors/missing-queue');
  await page.getByRole('textbox', { name: 'Job name' }).fill('');
  await pasteByKeys(page, 'User Not Accepted');
  await expect(page.getByRole('textbox', { name: 'Job name' })).toHaveValue('User Not Accepted');
});

test('a paste shows its result, wherever the last one was left', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await pasteByKeys(page, missing);
  await diagnosis(page).getByRole('button', { name: 'No', exact: true }).click();
  await page.evaluate(() => scrollTo(0, 1500));
  await pasteByKeys(page, 'User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeInViewport();
  await expect(diagnosis(page)).toBeFocused();
});

test('ticks end with the text, also where it has no values', async ({ page }) => {
  await page.goto('/');
  const step = diagnosis(page).getByRole('checkbox', { name: /^Sync the queue/ });
  await pasteByKeys(page, 'INC1: User Not Accepted');
  await step.check();
  await page.reload();
  await expect(step).toBeChecked();
  await pasteBox(page).focus();
  await pasteByKeys(page, 'INC2: User Not Accepted');
  await expect(step).not.toBeChecked();
});

test('what was typed survives a reload, other pages and a way back', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(missing);
  await page.reload();
  await expect(pasteBox(page)).toHaveValue(missing);
  await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
  await page.getByRole('link', { name: 'All errors' }).first().click();
  await page.getByRole('searchbox').fill('ticket');
  await page.getByRole('link', { name: 'Paste an error' }).click();
  await expect(pasteBox(page)).toHaveValue(missing);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('ticket');
});

test('with storage blocked everything works but the memory of a reload', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/');
  await pasteBox(page).fill(missing);
  await page.getByRole('link', { name: 'All errors' }).first().click();
  await page.getByRole('link', { name: 'Paste an error' }).click();
  await expect(pasteBox(page)).toHaveValue(missing);
});

test('a paste is in no request and in no address', async ({ page }) => {
  const secret = 'Zebra-Secret-4711';
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(`${request.url()} ${request.postData()} ${JSON.stringify(request.headers())}`);
  });
  await page.goto('/');
  await pasteBox(page).fill(missing.replace('Plan', secret));
  await diagnosis(page).getByRole('link', { name: 'Missing queue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.reload();
  expect(page.url()).not.toContain('Zebra');
  expect(asked.join('\n')).not.toContain('Zebra');
});

test.describe('a #text link', () => {
  test('opens diagnosed, without the text in any request', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/#text=${encodeURIComponent(missing)}`);
    await expect(pasteBox(page)).toHaveValue(missing);
    await expect(diagnosis(page).getByRole('link', { name: 'Missing queue' })).toBeVisible();
    expect(asked.join('\n')).not.toContain('floor-0');
  });

  test('opens in a page that is already open, and gives back what stood there', async ({ page }) => {
    await page.goto('/');
    await pasteBox(page).fill('my own words');
    await page.goto('/#text=User%20Not%20Accepted');
    await expect(pasteBox(page)).toHaveValue('User Not Accepted');
    await page.getByRole('button', { name: 'Bring back my text' }).click();
    await expect(pasteBox(page)).toHaveValue('my own words');
  });

  test('leaves the address at once; Clear leaves nothing of it in storage', async ({ page }) => {
    await page.goto('/#text=User%20Not%20Accepted');
    await expect(pasteBox(page)).toHaveValue('User Not Accepted');
    await expect(page).toHaveURL('/');
    await page.reload();
    await expect(pasteBox(page)).toHaveValue('User Not Accepted');
    await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
    await pasteBox(page).fill('edited');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.evaluate(() => [{ ...sessionStorage }, { ...localStorage }])).toEqual([{}, {}]);
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/edited|Accepted/);
    await page.getByRole('button', { name: 'Bring back my text' }).click();
    await expect(pasteBox(page)).toHaveValue('edited');
  });

  test('with malformed encoding shows what can be read', async ({ page }) => {
    await page.goto('/#text=User%20Not%20Accepted%E2%82%');
    await expect(pasteBox(page)).toHaveValue('User Not Accepted%E2%82%');
    await expect(page.getByText('The link was damaged.')).toBeVisible();
    await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  });
});
