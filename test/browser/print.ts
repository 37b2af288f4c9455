import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Checks } from './checks.ts';
import { pageList } from './page-list.ts';
import type { World } from './world.ts';

const LEAVE_OUT = 'nav, form, button, .csv, .paging, .skip';
const LONG = '.more details:not([open]) table';
/** An A4 sheet within its margins. */
const SHEET = { width: 680, height: 1000 };

/** Whether pages are fit for paper, also where the reader has chosen dark ones: no navigation or forms, black on white, nothing cut. */
export async function checkPrint(browser: Browser, world: World, { check }: Checks): Promise<void> {
  const page = await browser.newPage({ baseURL: world.url, colorScheme: 'dark', viewport: SHEET });
  for (const { name, path } of await pageList(world)) {
    await check(`${name} prints without what only a screen can use`, async () => {
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      for (const element of await page.locator(LEAVE_OUT).all()) assert.equal(await element.isVisible(), false);
      for (const table of await page.locator(LONG).all()) assert.equal(await table.isVisible(), true);
      assert.equal(await page.evaluate('getComputedStyle(document.documentElement).color'), 'rgb(0, 0, 0)');
      assert.equal(
        await page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--faint')"),
        '#5b574f',
      );
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= SHEET.width);
      await page.emulateMedia({ media: null });
    });
  }
  await page.close();
}
