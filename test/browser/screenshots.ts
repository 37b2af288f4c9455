import { mkdir } from 'node:fs/promises';
import { startChromium } from './chromium.ts';
import { pageList } from './page-list.ts';
import { pasteSample } from './paste-sample.ts';
import { openWorld } from './world.ts';

const FOLDER = new URL('../../docs/screenshots/', import.meta.url).pathname;
const WIDE = { width: 1100, height: 680 };
const NARROW = { width: 390, height: 720 };
/** Shown in the dark, and on a telephone, besides. */
const MORE_VIEWS = ['statements', 'article'];
const LEFT_OUT = ['nothing-found', 'not-found', 'story', 'saying'];

/** Takes a picture of every page, of what is seen without scrolling. */
await mkdir(FOLDER, { recursive: true });
const browser = await startChromium();
const world = await openWorld();
try {
  const pages = (await pageList(world)).filter(({ name }) => !LEFT_OUT.includes(name));
  for (const view of ['', 'dark', 'narrow'] as const) {
    const context = await browser.newContext({
      baseURL: world.url,
      colorScheme: view === 'dark' ? 'dark' : 'light',
      viewport: view === 'narrow' ? NARROW : WIDE,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const { name, path } of pages) {
      if (view !== '' && !MORE_VIEWS.includes(name)) continue;
      if (name === 'try') {
        await pasteSample(page);
        await page.locator('#found summary').nth(1).click();
        await page.evaluate('scrollTo(0, 0)');
      } else await page.goto(path.replace(/^(\/articles\/.*)#.*$/, '$1'));
      const file = `${[name, view].filter((part) => part !== '').join('-')}.png`;
      await page.screenshot({ path: `${FOLDER}${file}` });
      console.log(file);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await world.close();
}
