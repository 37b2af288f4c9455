import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Uses the pages by the keyboard alone. */
export async function walkKeys(
  page: Page,
  check: (name: string, run: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate("document.activeElement?.closest('[data-entry]')?.textContent ?? ''");

  await check('j and k go from statement to statement, Enter opens one', async () => {
    await page.goto('/');
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    const second = await focused();
    assert.notEqual(first, second);
    await page.keyboard.press('k');
    assert.equal(await focused(), first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\//);
  });

  await check('/ goes to the search, where keys are letters again', async () => {
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('jk?/');
    assert.equal(await page.getByLabel('Words').inputValue(), 'jk?/');
  });

  await check('? explains the keys, which can be switched off and stay so', async () => {
    await page.goto('/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.getByLabel('Single keys do this').uncheck();
    await page.keyboard.press('Escape');
    await page.goto('/dates');
    await page.keyboard.press('j');
    assert.equal(await focused(), '');
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByLabel('Single keys do this').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('j');
    assert.notEqual(await focused(), '');
  });
}
