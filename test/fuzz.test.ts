import { describe, expect, test } from 'vitest';
import { ROOMS } from './fuzz/rooms.ts';
import { runRoom } from './fuzz/run-room.ts';

describe.each(ROOMS)('hostile $name', (room) => {
  test('crash nothing, and take at most two seconds of the processor each', async () => {
    expect(await runRoom(room, 20261201, 40)).toMatchObject({ failure: null });
  }, 60_000);
});
