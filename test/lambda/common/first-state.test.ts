import { describe, expect, test } from 'vitest';
import { firstState } from '../../../lambda/common/first-state.ts';
import { feedStateSchema } from '../../../lambda/model/feed.ts';

const NOW = '2026-11-23T10:00:00Z';

describe('firstState', () => {
  test.each([
    [false, 'ok', NOW],
    [true, 'paused', null],
  ])('paused %s', (paused, status, nextPollAt) => {
    const state = firstState({ id: 'f1', paused }, NOW);
    expect(state).toMatchObject({ feedId: 'f1', status, nextPollAt });
    expect(feedStateSchema.parse(state)).toEqual(state);
  });
});
