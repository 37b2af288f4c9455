import { afterAll, beforeAll, expect, test } from 'vitest';
import { guarded } from '../../cli/terminal.ts';
import { dateline, datelineProcess, temporaryFolder } from '../support/cli.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What sets a title, rings, colours and turns the writing, as characters and as references. */
const HOSTILE = '&#27;]0;owned&#7;&#x9b;31m&#x202e;turned&#x2066;\u009d2;x\u009c\u202e\u200f';
const FEED = `<rss version="2.0"><channel><title>Quay ${HOSTILE} News</title><item><guid>1</guid>
<title>The ${HOSTILE} quay</title><link>https://quay.example/1</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The quay ${HOSTILE} will open on 27 November, said Mayor ${HOSTILE} Ada Brook on Friday. “It is ${HOSTILE} a good day for all of us here,” said Ada Brook.&lt;/p&gt;</description></item></channel></rss>`;

let data: { folder: string; remove: () => Promise<void> };
beforeAll(async () => {
  data = await temporaryFolder();
  const { code } = await dateline(['ingest', '-', '--data', data.folder], { input: FEED });
  expect(code).toBe(0);
});
afterAll(() => data.remove());

test.each([
  ...['statements', 'items', 'speakers'].flatMap((list) => [
    [list],
    [list, '--json'],
    [list, '--ndjson'],
    [list, '--csv'],
  ]),
  ...[
    ['export', '--format', 'csv'],
    ['export', '--format', 'ndjson'],
    ['export', 'items'],
    ['feeds', 'list'],
  ],
  ...[['feeds', 'list', '--json'], ['feeds', 'export'], ['doctor'], ['dates', '--from', '2026-11-01']],
])('%s %s %s writes nothing that steers a terminal', async (...words) => {
  const found = await dateline([...words.filter((word) => word !== undefined), '--data', data.folder]);
  expect(found.stdout).not.toBe('');
  expect(found.stdout + found.stderr).not.toMatch(STEERING);
});

test('a process of its own writes none either, of a text, a feed and what is wrong with a command line', async () => {
  const text = 'It is \u001b[31mred\u009b0m \u202e here, said Ada \u0007Brook.';
  for (const [words, input] of [
    [['extract', '-'], text],
    [['extract', '-', '--json'], text],
    [['parse', '-'], FEED],
    [['show', 'a\u001b[31m\u0007b\u009bc'], ''],
    [['feedz\u001b[31m\u0007'], ''],
    [['statements', '--feed', '\u001b]0;x\u0007'], ''],
  ] as const) {
    const { stdout, stderr } = await datelineProcess([...words], { input, env: { DATELINE_DATA: data.folder } });
    expect(stdout + stderr).not.toBe('');
    expect(stdout + stderr).not.toMatch(STEERING);
  }
});

test('the last gate lets through what sets a colour, where there are colours, and nothing else', () => {
  const text = '\u001b[1mHead\u001b[0m \u001b]0;title\u0007 \u001b[2J\u009b31m\u202eend\n';
  expect(guarded(text, true)).toBe('\u001b[1mHead\u001b[0m ]0;title [2J31mend\n');
  expect(guarded(text, false)).toBe('[1mHead[0m ]0;title [2J31mend\n');
});
