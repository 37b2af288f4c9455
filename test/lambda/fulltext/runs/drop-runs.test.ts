import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../lambda/common/html/html-to-text.ts';
import { dropRuns } from '../../../../lambda/fulltext/runs/drop-runs.ts';
import { countHeadlines } from '../../../../lambda/fulltext/runs/headlines.ts';
import { collectRuns, type Run, type TreeNode } from '../../../../lambda/fulltext/runs/runs.ts';

const PROSE = '<p>The pier, which was closed for years, opens on Monday, the mayor said.</p>';

function tree(html: string): TreeNode & { innerHTML: string } {
  const document = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html');
  return document.body as unknown as TreeNode & { innerHTML: string };
}
function kept(html: string): string {
  const root = tree(html);
  dropRuns(collectRuns(root), new Set(['pier opens']));
  return htmlToText(root.innerHTML);
}
const runsOf = (html: string): Run[] => collectRuns(tree(html));

describe('collectRuns', () => {
  it('parts lines and paragraphs, and says how much of them is linked', () => {
    const runs = runsOf('a <b>b</b><br>c<p>d <a href=x>ee</a></p><h2>f</h2><ul><li>g</li></ul>');
    expect(runs.map(({ text, linked, heading }) => [text, Math.round(linked * 100), heading])).toEqual([
      ['a b', 0, false],
      ['c', 0, false],
      ['d ee', 67, false],
      ['f', 0, true],
      ['g', 0, false],
    ]);
  });
});

describe('dropRuns', () => {
  const text = htmlToText(PROSE);

  it.each([
    ['title and date above', `<h1>Pier opens</h1>March 7, 2026<hr>${PROSE}`, text],
    ['rights and links below', `${PROSE}<p>© Pier News</p><p><a href=x>Home</a> | <a href=y>Write</a></p>`, text],
    [
      'related links within, with their heading',
      `${PROSE}<h3>More on this</h3><ul><li><a href=x>Bridge tolls to rise again</a></li></ul>${PROSE}`,
      `${text}\n\n${text}`,
    ],
    [
      'nothing of an interview',
      `${PROSE}<h2>And then?</h2><p>No.</p>${PROSE}`,
      `${text}\n\nAnd then?\n\nNo.\n\n${text}`,
    ],
    ['nothing short in the middle', `${PROSE}<p>World News</p>${PROSE}`, `${text}\n\nWorld News\n\n${text}`],
  ])('%s', (_name, html, expected) => {
    expect(kept(html)).toBe(expected);
  });
});

describe('countHeadlines', () => {
  it('counts headlines and their groups', () => {
    const link = '<p><a href=x>Bridge tolls to rise again</a></p>';
    expect(countHeadlines(runsOf(link + link + PROSE + link))).toEqual({ headlines: 3, groups: 2 });
    expect(countHeadlines(runsOf(PROSE))).toEqual({ headlines: 0, groups: 0 });
  });
});
