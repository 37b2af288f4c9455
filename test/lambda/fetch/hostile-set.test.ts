import { expect, test } from 'vitest';
import { askHostile } from '../../../bench/hostile-fetch.ts';
import { HOSTILE_SERVERS } from '../../../bench/hostile-servers.ts';

test.each(HOSTILE_SERVERS)(
  '$name ends as $code',
  async (server) => {
    expect((await askHostile(server)).code).toBe(server.code);
  },
  10_000,
);
