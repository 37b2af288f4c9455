import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sha256, shortHash } from '../../lambda/common/hash.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import { createStore } from '../../lambda/store/create-store.ts';

// Run as a program with the emulator's environment: `operate.ts key TABLE` or `operate.ts feed TABLE URL`.
const [what, table = '', url = ''] = process.argv.slice(2);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
const store = createStore({ client, table, clock: { now: () => Date.now() } });
const createdAt = toInstant(Date.now());
if (what === 'key') {
  const key = randomBytes(24).toString('base64url');
  await store.keys.put({ sha256: sha256(key), name: 'trial', scope: 'read', createdAt, expiresAt: null });
  console.log(key);
} else {
  const plain = { siteUrl: null, folder: null, tags: [], fullText: 'auto', paused: false } as const;
  await store.feeds.put({ ...plain, tags: [], id: shortHash(url), url, title: url, createdAt });
}
