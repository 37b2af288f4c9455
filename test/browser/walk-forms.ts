import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Changes what an operator may change: a correction and its withdrawal, feeds that come, pause and go. */
export async function walkForms(
  page: Page,
  check: (name: string, run: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await check('a wrong speaker is corrected from the article, and the correction taken back', async () => {
    await page.goto('/?speaker=Varkanen&q=tonnes');
    await page.getByRole('link', { name: /^in its text/ }).click();
    await page.locator('details[open]').getByRole('link', { name: 'Wrong speaker?' }).click();
    await page.getByLabel('The speaker’s whole name').fill('Tomas Illingreve');
    await page.getByLabel('Note, for those who ask why').fill('as the recording has it');
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('heading', { name: 'Corrected: speaker' }).waitFor();
    await page.getByText('The rules had said: Odette Varkanen').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tomas Illingreve' }).waitFor();
    await page.getByRole('button', { name: 'Take the correction back' }).click();
    await page.getByRole('heading', { level: 1, name: /Kessel crossing/ }).waitFor();
    assert.equal(await page.getByText('Struck by an operator').count(), 0);
  });

  await check('a feed is added, paused, resumed, renamed and removed', async () => {
    await page.goto('/feeds');
    await page.getByLabel(/^Address of a feed/).fill('https://tidings.example/feed.xml');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused: it is not polled').waitFor();
    await page.getByRole('button', { name: 'Poll it again' }).click();
    await page.getByText('due at once').waitFor();
    await page.getByText('Title, folder, full text').click();
    await page.getByLabel('Title', { exact: true }).fill('Tidings of the coast');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tidings of the coast' }).waitFor();
    await page.getByText('End the subscription').click();
    await page.getByRole('button', { name: 'Remove this feed' }).click();
    await page.getByText('Removed. Its articles').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Tidings of the coast' }).count(), 0);
  });

  await check('an address that is none is refused in words', async () => {
    await page.goto('/feeds');
    await page.getByLabel(/^Address of a feed/).fill('ftp://tidings.example/feed.xml');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('alert').getByText('is not the address of a feed').waitFor();
    assert.equal(await page.getByLabel(/^Address of a feed/).inputValue(), 'ftp://tidings.example/feed.xml');
  });

  await check('a list of feeds is taken in from a file', async () => {
    await page.goto('/feeds');
    const opml =
      '<opml version="2.0"><body><outline type="rss" text="Ferries" xmlUrl="https://ferries.example/feed"/></body></opml>';
    await page
      .getByLabel(/^An OPML file/)
      .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
    await page.getByRole('button', { name: 'Add them' }).click();
    await page.getByText(/^[01] feeds? added/).waitFor();
    await page.getByRole('link', { name: 'Ferries' }).waitFor();
  });
}
