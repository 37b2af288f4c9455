import { describe, expect, test } from 'vitest';
import { judgeItem } from '../../../lambda/pipeline/judge-item.ts';
import { known, NOW, normalised } from './support.ts';

describe('judgeItem', () => {
  test.each([
    ['a stranger', {}, null, false, 30, 'new'],
    ['a stranger without a date', { feedPublishedAt: null }, null, false, 30, 'new'],
    ['one that was listed and is no more', {}, null, true, 30, 'expired'],
    ['one from before the time that is kept', { feedPublishedAt: '2024-04-06T11:59:59Z' }, null, false, 30, 'too-old'],
    ['one from the first kept second', { feedPublishedAt: '2024-04-06T12:00:00Z' }, null, false, 30, 'new'],
    ['an old one where all is kept', { feedPublishedAt: '1999-01-01T00:00:00Z' }, null, false, 0, 'new'],
    ['the same words', { feedHash: 'hash-0' }, {}, true, 30, 'unchanged'],
    ['other words', {}, {}, true, 30, 'changed'],
    ['other words of an old item', { feedPublishedAt: '1999-01-01T00:00:00Z' }, {}, false, 30, 'changed'],
    ['the fifth revision today', {}, { changedAt: NOW, revisionsThatDay: 4 }, true, 30, 'changed'],
    ['the sixth', {}, { changedAt: NOW, revisionsThatDay: 5 }, true, 30, 'deferred'],
    ['the first of the next day', {}, { changedAt: '2024-05-05T23:59:59Z', revisionsThatDay: 5 }, true, 30, 'changed'],
  ])('%s', (_name, changes, before, listedBefore, retentionDays, verdict) => {
    const context = { now: NOW, retentionDays, listedBefore };
    expect(judgeItem(normalised(changes), before && known(before), context)).toBe(verdict);
  });
});
