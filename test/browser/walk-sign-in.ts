import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import type { Checks } from './checks.ts';
import type { World } from './world.ts';

/** Signs in with a key, reads as its scope allows, and signs out: with a browser's own cookies, Origin and Sec-Fetch-Site. */
export async function walkSignIn(browser: Browser, { guarded }: World, { check }: Checks): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL: guarded.url, colorScheme });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await check(`whoever has no session is led to the sign-in, ${colorScheme}`, async () => {
      await page.goto('/dates?role=deadline');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await assertAccessible(page);
    });
    await check(`a key that is none is refused, and not shown again, ${colorScheme}`, async () => {
      await page.getByLabel('Key', { exact: true }).fill('no-key-of-this-newsroom-at-all');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').getByText('Not signed in').waitFor();
      assert.equal(await page.getByLabel('Key', { exact: true }).inputValue(), '');
      await assertAccessible(page);
    });
    await check(`a key opens the page that was asked for, until one signs out, ${colorScheme}`, async () => {
      await page.getByLabel('Key', { exact: true }).fill(guarded.key);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/dates\?role=deadline$/);
      const cookies = await context.cookies();
      assert.deepEqual(
        cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite })),
        [{ httpOnly: true, sameSite: 'Strict' }],
      );
      await page.goto('/feeds');
      // This key may read only.
      assert.equal(await page.getByRole('button', { name: 'Add', exact: true }).count(), 0);
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto('/');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    });
    await context.close();
  }
}
