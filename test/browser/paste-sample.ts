import type { Page } from 'playwright-core';

/** An article of our own to paste. */
export const SAMPLE_TEXT = `PORT SELWYN, Nov 24 (Tarrow Wire) - The harbour bridge will open on 3 December, Transport Minister Ilse Brandt said on Monday.

"We have waited eleven years for this," Brandt told reporters. She added that lorries would have to wait until spring.

According to the hauliers' association, the delay costs its members 40,000 crowns a day.`;

/** Pastes the article on the page for that, and waits for what was found. */
export async function pasteSample(page: Page): Promise<void> {
  await page.goto('/try');
  await page.getByLabel(/^Text/).fill(SAMPLE_TEXT);
  await page.getByLabel('Published on').fill('2026-11-24');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('#found').waitFor();
}
