import { describe, expect, it } from 'vitest';
import { wantsPage } from '../../../lambda/fulltext/wants-page.ts';

const LONG = 'The council met on Monday and spoke for hours about the bridge. '.repeat(20).trim();
const link = 'https://news.example/a/1';

describe('wantsPage', () => {
  it.each([
    ['a teaser', link, 'The council met on Monday.', true],
    ['no text', link, '', true],
    ['a whole article', link, LONG, false],
    ['a long text that is cut by dots', link, `${LONG} and then...`, true],
    ['a long text that is cut by […]', link, `${LONG} and then […]`, true],
    ['a long text with “Read more”', link, `${LONG}\n\nRead more`, true],
    ['a long text with WordPress’s footer', link, `${LONG}\n\nThe post Bridge appeared first on The Courier.`, true],
    ['a teaser without a link', null, 'Short.', false],
    ['a teaser with a link to a site', 'https://news.example/', 'Short.', false],
    ['a teaser with a link to a front page’s query', 'https://news.example/?p=7', 'Short.', true],
    ['a teaser with a link to a recording', 'https://news.example/a.mp3', 'Short.', false],
    ['a teaser with a link by mail', 'mailto:desk@news.example', 'Short.', false],
    ['a teaser with a broken link', 'https://', 'Short.', false],
    ['a whole article in Chinese', link, '市议会星期一开会讨论了大桥的问题。'.repeat(20), false],
  ])('%s: %s', (_name, url, contentText, wanted) => {
    expect(wantsPage({ url, contentText }, 'auto')).toBe(wanted);
  });

  it('asks always or never where the feed says so', () => {
    expect(wantsPage({ url: link, contentText: LONG }, 'always')).toBe(true);
    expect(wantsPage({ url: null, contentText: LONG }, 'always')).toBe(false);
    expect(wantsPage({ url: link, contentText: '' }, 'never')).toBe(false);
  });
});
