import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Checks } from './checks.ts';
import { pasteSample } from './paste-sample.ts';
import { walkForms } from './walk-forms.ts';
import { walkKeys } from './walk-keys.ts';

/** How a browser walks. */
interface How {
  /** Whether scripts run. */
  scripted: boolean;
}

/** Uses each page as a reader would. */
export async function walkPages(page: Page, { check: checkNamed }: Checks, { scripted }: How): Promise<void> {
  const check = (name: string, run: () => Promise<void>): Promise<void> =>
    checkNamed(`${name}, scripts ${scripted ? 'on' : 'off'}`, run);

  await check('search by words, narrow by a speaker, and take the filter away again', async () => {
    await page.goto('/');
    await page.getByLabel('Words').fill('bridge');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/q=bridge/);
    await page.locator('q').getByText('We came here with a closed bridge').waitFor();
    await page.getByLabel('Speaker').fill('Varkanen');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/speaker=Varkanen/);
    assert.equal(await page.locator('.statement h4').filter({ hasNotText: 'Odette Varkanen' }).count(), 0);
    await page.getByRole('link', { name: /Remove the filter words/ }).click();
    await page.locator('.words').getByText('the agreement would mean little').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('q'), null);
  });

  await check('an empty result says which filter emptied it, and leads out of it', async () => {
    await page.goto('/?q=bridge&type=indirect&speaker=Varkanen&from=2026-11-20');
    await page.getByText('No statement matches this search').waitFor();
    await page.getByRole('link', { name: /without “how it was said/ }).click();
    await page.locator('q').getByText('We came here with a closed bridge').waitFor();
  });

  await check('from a statement to its place in the article, where a pronoun is explained', async () => {
    await page.goto('/?speaker=Colm&q=examinations');
    await page.getByRole('link', { name: /^in its text/ }).click();
    await page.getByRole('heading', { level: 1, name: /two-day strike/ }).waitFor();
    await page.getByText(/“She” is read as Beatrix Colm/).waitFor();
    assert.deepEqual(await lit(page), [
      'Colm',
      'She',
      'denied',
      'the date had been chosen to disturb the winter examinations',
    ]);
  });

  await check('another statement of the article is focused by its number', async () => {
    await page.getByRole('link', { name: 'Statement 4', exact: true }).click();
    await page
      .locator('details[open]')
      .getByText(/names the speaker in full/)
      .waitFor();
    assert.ok((await lit(page)).includes('the strike irresponsible'));
    assert.match(page.url(), /statement=/);
  });

  await check('a statement has a page of its own with a citation', async () => {
    await page.locator('details[open]').getByRole('link', { name: 'Cite', exact: true }).last().click();
    await page.getByRole('heading', { name: 'To cite' }).waitFor();
    const citation = (await page.locator('#citation').textContent()) ?? '';
    assert.match(citation, /In: “Teachers' union calls a two-day strike for December”.*retrieved 25 Nov 2026/);
    assert.equal(await page.getByRole('button', { name: 'Copy' }).isVisible(), scripted);
  });

  await check('from an article that has copies to its story, and to where else its words were printed', async () => {
    await page.goto('/?feed=wire');
    await page.getByRole('link', { name: '+2 copies' }).click();
    assert.match(page.url(), /#story$/);
    await page.getByText('Told first in wire, then in 3 outlets: 2 copies, 1 update.').waitFor();
    await page.getByRole('link', { name: 'As told by mail' }).click();
    await page.getByRole('heading', { level: 1, name: 'As told by mail' }).waitFor();
    await page.locator('details > summary').filter({ hasText: 'Lena Orvik' }).first().click();
    await page.getByRole('link', { name: 'Where else' }).first().click();
    await page.getByRole('heading', { name: 'Said once, printed 6 times' }).waitFor();
    await page.getByText('Outlets name different speakers').waitFor();
    await page.locator('.wordings').getByText('nobody who knew this line came forward').waitFor();
  });

  await check('a speaker has roles, outlets and statements', async () => {
    await page.goto('/?speaker=Varkanen');
    await page.locator('.statement').getByRole('link', { name: 'Odette Varkanen' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Odette Varkanen' }).waitFor();
    await page.getByRole('row', { name: /Velmoran Foreign Minister 20 Nov 2026/ }).waitFor();
    await page.getByRole('link', { name: 'Dateline sample articles' }).first().waitFor();
    const href = await page.getByRole('link', { name: 'CSV of roles' }).getAttribute('href');
    const csv = await page.request.get(href ?? '');
    assert.match(await csv.text(), /^role,statements,firstDay,lastDay\r\n.*Velmoran Foreign Minister/);
  });

  await check('coming days stand in a calendar that leads to their sentences', async () => {
    await page.goto('/dates');
    await page.getByRole('link', { name: /8 Dec 2026/ }).click();
    await page.getByText('A joint commission is to meet').waitFor();
    assert.match(page.url(), /#day-2026-12-08$/);
    await page.getByLabel('Words of the sentence or title').fill('donors');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('A conference of donors').waitFor();
    assert.equal(await page.locator('.coming').count(), 1);
  });

  await check('a pasted text is read, with the rules that decided', async () => {
    await pasteSample(page);
    await page.getByText(/^[34] statements, 2 speakers/).waitFor();
    await page.locator('summary').filter({ hasText: 'added' }).click();
    await page.getByText('that-clause').last().waitFor();
  });

  await walkForms(page, check);
  if (scripted) await walkKeys(page, check);
}

/** What is lit in the text of an article. */
async function lit(page: Page): Promise<string[]> {
  return page.locator('.text .on').allTextContents();
}
