import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Checks } from './checks.ts';
import { pageList } from './page-list.ts';
import type { World } from './world.ts';

const WIDTHS = [1440, 1024, 390, 320];
const SLOWEST_PAINT = 500;
const FIRST_PAINT = `new Promise((resolve) => new PerformanceObserver((list) => {
  const entry = list.getEntriesByName('first-contentful-paint')[0];
  if (entry) resolve(entry.startTime);
}).observe({ type: 'paint', buffered: true }))`;

/** Whether pages fit the window at each width, also at 320 pixels (WCAG 1.4.10), and how soon they are painted. */
export async function checkLayout(browser: Browser, world: World, { check }: Checks): Promise<void> {
  const pages = await pageList(world);
  const page = await browser.newPage({ baseURL: world.url });
  for (const { name, path } of pages) {
    await check(`${name} fits windows of ${WIDTHS.join(', ')} pixels`, async () => {
      await page.goto(path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `${wide} pixels wide in a window of ${width}`);
      }
    });
  }
  await page.goto('/');
  const paint = Number(await page.evaluate(FIRST_PAINT));
  console.log(`first paint of the first page: ${Math.round(paint)} ms (bar: ${SLOWEST_PAINT} ms)`);
  await page.close();
}
