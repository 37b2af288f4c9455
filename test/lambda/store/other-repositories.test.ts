import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt } from '../../support/sample-bundle.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

test('days that have something are known by kind, the last one of a stretch left out', async () => {
  const { items, rollups } = memory.store;
  for (const [n, hours] of [0, 1, 24, 100].entries())
    await items.save(articleAt(n, hours, { statements: n === 3 ? 0 : 1 }));
  expect(await rollups.days('items')).toEqual(['2026-02-01', '2026-02-02', '2026-02-05']);
  expect(await rollups.days('statements')).toEqual(['2026-02-01', '2026-02-02']);
  expect(await rollups.days('changed', '2026-02-02', '2026-02-05')).toEqual(['2026-02-02']);
  expect(await rollups.days('mentioned')).toEqual(['2026-04-01', '2026-04-02']);
});

test('keys are listed by name, found by hash and revoked once', async () => {
  const { keys } = memory.store;
  const key = (sha256: string, name: string) => ({
    sha256,
    name,
    scope: 'read' as const,
    createdAt: '2026-03-02T09:00:00Z',
    expiresAt: null,
  });
  await keys.put(key('b1', 'reader'));
  await keys.put(key('a1', 'archive'));
  expect(await keys.get('b1')).toEqual(key('b1', 'reader'));
  expect((await keys.list()).map(({ name }) => name)).toEqual(['archive', 'reader']);
  expect(await keys.revoke('b1')).toBe(true);
  expect(await keys.revoke('b1')).toBe(false);
  expect(await keys.get('b1')).toBeNull();
});

test('a host keeps its robots.txt, even one that is long and cannot be compressed', async () => {
  const { hosts } = memory.store;
  expect(await hosts.get('harbour.example')).toBeNull();
  const host = { name: 'harbour.example', heldUntil: null, robots: null };
  await hosts.put(host);
  expect(await hosts.get('harbour.example')).toEqual(host);
  const robots = { text: 'User-agent: *\nDisallow: /intern\n', expiresAt: '2026-03-03T09:00:00Z' };
  await hosts.put({ ...host, robots });
  expect(await hosts.get('harbour.example')).toEqual({ ...host, robots });
  await hosts.put({ ...host, robots: { ...robots, delaySeconds: 2.5 } });
  expect((await hosts.get('harbour.example'))?.robots?.delaySeconds).toBe(2.5);
  const noise = Array.from({ length: 600_000 }, (_, n) =>
    String.fromCharCode(0x4e00 + ((n * n * 31 + n * 7) % 20_000)),
  );
  await hosts.put({ ...host, robots: { ...robots, text: noise.join('') } });
  const kept = (await hosts.get('harbour.example'))?.robots?.text ?? '';
  expect(kept.length).toBeGreaterThan(50_000);
  expect(noise.join('').startsWith(kept)).toBe(true);
});
