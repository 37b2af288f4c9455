import { expect, test } from 'vitest';
import { datelineProcess as dateline, temporaryFolder } from '../support/cli.ts';

const env = { NODE_OPTIONS: `--import=${new URL('../support/tell-loaded.mjs', import.meta.url).href}` };

test.each([
  [['--help'], ''],
  [['statements', '--help'], ''],
  [['extract', '-'], 'Some words.'],
  [['parse', '-'], '<rss><channel/></rss>'],
])('%j starts without the AWS SDK', async (words, input) => {
  expect((await dateline(words, { env, input })).stderr).toContain('aws-sdk: false');
});

test('a command that reads the store loads it', async () => {
  const { folder, remove } = await temporaryFolder();
  expect((await dateline(['keys', 'create', 'desk', '--data', folder], { env })).stderr).toContain('aws-sdk: true');
  await remove();
});
