import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

const ROLES = 30;

describe('tables of a speaker', () => {
  let query: QueryApp;
  beforeAll(async () => {
    query = await openQueryApp();
    await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
    await query.save(
      {
        name: 'many roles',
        publishedAt: '2026-03-10T08:00:00Z',
        statements: Array.from({ length: ROLES }, (_, index) => ({ text: `It opens ${index}`, role: `role ${index}` })),
      },
      {
        name: 'hostile',
        publishedAt: '2026-03-11T08:00:00Z',
        statements: [{ text: 'It is open', speaker: 'Bo Lee', role: '=HYPERLINK("x"),\n"</script>"' }],
      },
      { name: 'undated', publishedAt: null, statements: [{ text: 'It was', speaker: 'Bo Lee', role: 'baker' }] },
    );
    query.clock.advance(120_000);
    await rollup({ store: query.store, clock: query.clock, log: quietLog() });
  });
  afterAll(() => query.close());

  test('are given whole as CSV', async () => {
    const { text, headers, status } = await query.get('/speakers/ada-okonkwo/roles.csv');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="roles.csv"');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('role,statements,firstDay,lastDay');
    expect(lines).toHaveLength(ROLES + 1);
    expect(lines).toContain('role 7,1,2026-03-10,2026-03-10');
    const outlets = await query.get('/speakers/ada-okonkwo/outlets.csv');
    expect(outlets.text).toBe(
      `feedId,outlet,statements,firstDay,lastDay\r\nharbour-post,Harbour Post,${ROLES},2026-03-10,2026-03-10\r\n`,
    );
  });

  test('hold nothing that a spreadsheet would run, and days only where articles have them', async () => {
    const { text } = await query.get('/speakers/bo-lee/roles.csv');
    expect(text).toContain('"\'=HYPERLINK(""x""),\n""</script>""",1,2026-03-11,2026-03-11\r\n');
    expect(text).toContain('baker,1,,\r\n');
  });

  test('show the first rows and fold the others away, without scripts', async () => {
    const { text } = await query.get('/speakers/ada-okonkwo');
    const [shown = '', folded = ''] = text.slice(text.indexOf('id="roles"')).split('<details>');
    expect(shown.match(/>role \d+</g)).toHaveLength(6);
    expect(folded.slice(0, folded.indexOf('</details>')).match(/>role \d+</g)).toHaveLength(ROLES - 6);
    expect(folded).toContain('<summary>24 more wordings</summary>');
    expect(text).toContain('href="/speakers/ada-okonkwo/roles.csv"');
    expect((await query.get('/speakers/bo-lee')).text).not.toContain('more wording');
  });

  test.each([
    ['/speakers/nobody/roles.csv', 404],
    ['/speakers/%00/outlets.csv', 404],
    ['/speakers/ada-okonkwo/roles.csv?limit=1', 400],
    ['/speakers/ada-okonkwo/feeds.csv', 404],
    ['/speakers/ada-okonkwo/ROLES.csv', 404],
    [`/speakers/${'a'.repeat(2000)}/roles.csv`, 404],
    ['/speakers/%E0%A4%A/roles.csv', 404],
  ])('refuse %s', async (path, status) => {
    expect((await query.get(path)).status).toBe(status);
  });

  test('a day that is not over yet has no bar over the whole chart', async () => {
    const { text } = await query.get('/speakers/ada-okonkwo');
    const open = /<rect class="bar open"[^>]*height="([\d.]+)"/.exec(text)?.[1];
    expect(Number(open)).toBeLessThan(10);
    expect(text).not.toContain('room open');
  });
});
