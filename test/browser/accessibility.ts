import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Checks } from './checks.ts';
import { pageList } from './page-list.ts';
import { pasteSample } from './paste-sample.ts';
import type { World } from './world.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks for what axe-core finds on every page, light and dark, wide and narrow. */
export async function checkAccessibility(browser: Browser, world: World, { check }: Checks): Promise<void> {
  const pages = await pageList(world);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      baseURL: world.url,
      viewport: { width: colorScheme === 'light' ? 1280 : 390, height: 900 },
    });
    const page = await context.newPage();
    for (const { name, path } of pages) {
      await check(`axe finds nothing on ${name}, ${colorScheme}`, async () => {
        await page.goto(path);
        await assertAccessible(page);
      });
    }
    await check(`axe finds nothing on a text that was tried, ${colorScheme}`, async () => {
      await pasteSample(page);
      await assertAccessible(page);
    });
    await check(`axe finds nothing in the help of the keys, ${colorScheme}`, async () => {
      await page.goto('/');
      await page.keyboard.press('?');
      await assertAccessible(page);
    });
    await context.close();
  }
}

/** Throws for what axe-core finds on the page as it is. */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    // biome-ignore lint/suspicious/noExplicitAny: what axe has put into the page.
    const { violations } = await (globalThis as any).axe.run({ runOnly: { type: 'tag', values } });
    return violations.map(
      (violation: { id: string; help: string; nodes: { html: string }[] }) =>
        `${violation.id}: ${violation.help}: ${violation.nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 200))
          .join(' | ')}`,
    );
  }, RULES);
  assert.deepEqual(found, []);
}
