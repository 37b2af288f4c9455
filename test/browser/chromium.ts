import { access } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the Chromium that is installed, or that `CHROMIUM` names; says what to install where there is none. */
export async function startChromium(): Promise<Browser> {
  const { CHROMIUM } = process.env;
  for (const executablePath of CHROMIUM ? [CHROMIUM] : PLACES) {
    try {
      await access(executablePath);
    } catch {
      continue;
    }
    // A container's root may not open the sandbox of its own; nothing but our own pages is loaded.
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  }
  throw new Error(
    CHROMIUM
      ? `CHROMIUM names ${CHROMIUM}, and nothing is there`
      : 'no browser is installed: apt-get install --no-install-recommends chromium, or name one in CHROMIUM',
  );
}
