import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { expect, onTestFinished, test } from 'vitest';
import { tableDefinition } from '../../lambda/store/table/table-schema.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { datelineProcess as dateline, temporaryFolder } from '../support/cli.ts';
import { dumpTable } from '../support/dump-table.ts';
import { quietLog } from '../support/quiet-log.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;

/** All records of a local store and of its indexes, without leases. */
async function dump(folder: string) {
  const { table, close } = openTableFile({ folder, log: quietLog() });
  const { table: rows, indexes } = await dumpTable(table);
  close();
  return { rows: rows.filter(({ sk }) => sk !== 'LEASE'), indexes };
}

test('everything goes from one machine to a deployed table and back, record by record', async () => {
  const data = await temporaryFolder();
  onTestFinished(data.remove);
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
    ...{ AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'eu-west-1' },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  };
  const [here, back] = [join(data.folder, 'here'), join(data.folder, 'back')];
  const succeed = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await dateline(words, { env });
    expect(code, stderr).toBe(0);
    return stdout + stderr;
  };
  await succeed('ingest', SAMPLE, '--data', here);
  await succeed('keys', 'create', 'desk', '--data', here);
  await succeed('searches', 'add', 'Varkanen', '--speaker', 'varkanen', '--feed-address', '--data', here);
  await succeed('speakers', 'merge', 'odette-varkanen', 'annika-rosenfalk', '--data', here);

  expect(await succeed('transfer', '--data', here, '--to-table', 'news')).toMatch(/^\d+ records copied/m);
  await succeed('transfer', '--table', 'news', '--to-data', back);
  const [before, after] = [await dump(here), await dump(back)];
  expect(before.rows.length).toBeGreaterThan(100);
  expect(after).toEqual(before);

  const again = await dateline(['transfer', '--data', here, '--to-table', 'news'], { env });
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain('the target has records already');
  const nowhere = await dateline(['transfer', '--data', here], { env });
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr).toContain('--to-table NAME or --to-data FOLDER');
}, 120_000);
