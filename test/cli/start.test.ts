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

test('a command on the store of this machine starts without it too, and one on a deployed table loads it', async () => {
  const { folder, remove } = await temporaryFolder();
  const stderrOf = async (more: string[], settings = {}) =>
    (await dateline(['keys', 'create', 'desk', ...more], { env: { ...env, ...settings } })).stderr;
  expect(await stderrOf(['--data', folder])).toContain('aws-sdk: false');
  const nowhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_REGION: 'eu-west-1', AWS_MAX_ATTEMPTS: '1' };
  const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  expect(await stderrOf(['--table', 'news'], { ...nowhere, ...credentials })).toContain('aws-sdk: true');
  await remove();
});
