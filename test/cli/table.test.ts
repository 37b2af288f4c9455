import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { expect, onTestFinished, test } from 'vitest';
import { tableDefinition } from '../../lambda/store/table/table-schema.ts';
import { datelineProcess as dateline } from '../support/cli.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;

test('--table works on a table at AWS_ENDPOINT_URL, and tells what is missing', async () => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials });
  await client.send(new CreateTableCommand(tableDefinition('news')));
  client.destroy();
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };

  expect((await dateline(['ingest', SAMPLE, '--table', 'news'], { env })).stderr).toContain('17 new');
  const found = await dateline(['statements', '--speaker', 'rosenfalk', '--csv'], {
    env: { ...env, DATELINE_TABLE: 'news' },
  });
  expect(found.stdout).toContain('Annika Rosenfalk');

  const doctor = await dateline(['doctor', '--table', 'news', '--json'], { env });
  const checks: { check: string; level: string }[] = JSON.parse(doctor.stdout).findings;
  // There is a table at that address, and nothing else: that the queues can't be asked is told, and takes no other check down.
  expect(checks.find(({ check }) => check === 'dead letters')?.level).toBe('warning');
  expect(checks.map(({ check }) => check)).toContain('counts');

  const other = await dateline(['items', '--table', 'olds'], { env });
  expect(other.stderr).toContain('there is no table "olds"');
  expect(other.code).toBe(3);

  const { AWS_ACCESS_KEY_ID: _, ...nobody } = env;
  const unknown = await dateline(['items', '--table', 'news'], { env: { ...nobody, HOME: '/nonexistent' } });
  expect(unknown.stderr).toContain('AWS_PROFILE');
  expect(unknown.code).toBe(6);
});
