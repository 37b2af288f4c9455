import { checkAccessibility } from './accessibility.ts';
import { createChecks } from './checks.ts';
import { startChromium } from './chromium.ts';
import { checkLayout } from './layout.ts';
import { checkPrint } from './print.ts';
import { walkPages } from './walk.ts';
import { walkSignIn } from './walk-sign-in.ts';
import { watchRequests } from './watch-requests.ts';
import { openWorld } from './world.ts';

const checks = createChecks();
const browser = await startChromium().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const world = await openWorld();
try {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: world.url });
    context.setDefaultTimeout(10_000);
    const requests = watchRequests(context, world.url);
    await walkPages(await context.newPage(), checks, { scripted: javaScriptEnabled });
    await checks.check(
      `nobody else was asked for anything, scripts ${javaScriptEnabled ? 'on' : 'off'}`,
      requests.check,
    );
    await context.close();
  }
  await walkSignIn(browser, world, checks);
  await checkAccessibility(browser, world, checks);
  await checkLayout(browser, world, checks);
  await checkPrint(browser, world, checks);
} finally {
  await browser.close();
  await world.close();
}
process.exitCode = checks.report() ? 0 : 1;
