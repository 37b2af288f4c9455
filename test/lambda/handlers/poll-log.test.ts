import { expect, test } from 'vitest';
import { createPollLog } from '../../../lambda/handlers/poll-log.ts';
import type { FeedMessage } from '../../../lambda/model/message.ts';
import type { IngestReport } from '../../../lambda/pipeline/ingest-report.ts';

const message = (feedId: string, run: string): FeedMessage => ({
  ...{ kind: 'feed', feedId, run, host: `${feedId}.example`, nextPollAt: '2026-11-25T10:00:00Z' },
});
const report = (feedId: string, more: Partial<IngestReport> = {}): IngestReport => ({
  ...{ feedId, result: 'not-modified', error: null, movedTo: null, document: null, nextPollAt: null, ...more },
});

function logged(work: (polls: ReturnType<typeof createPollLog>) => void) {
  const lines: [string, object | undefined][] = [];
  const info = (line: string, fields?: object) => void lines.push([line, fields]);
  const polls = createPollLog({ info, warn: info, error: info });
  work(polls);
  return lines;
}

test('polls without news stand in one line of each run of dispatch', () => {
  const lines = logged((polls) => {
    polls.add(message('one', 'run-1'), report('one'), []);
    polls.add(message('two', 'run-2'), report('two', { result: 'read' }), []);
    polls.add(message('three', 'run-1'), report('three'), []);
    polls.write();
    polls.write();
  });
  const poll = (feedId: string, result = 'not-modified') => ({ feedId, host: `${feedId}.example`, result });
  expect(lines).toEqual([
    ['feeds without news', { run: 'run-1', polls: [poll('one'), poll('three')] }],
    ['feeds without news', { run: 'run-2', polls: [poll('two', 'read')] }],
  ]);
});

test.each<[string, Partial<IngestReport>, string[], object]>([
  ['that stored items', { result: 'read' }, ['item-1'], { items: ['item-1'] }],
  ['that failed', { result: 'failed', error: { code: 'status', message: 'no' } }, [], { error: { code: 'status' } }],
  ['whose feed has moved', { movedTo: 'https://new.example/' }, [], { movedTo: 'https://new.example/' }],
  ['whose host is held', { result: 'held' }, [], { result: 'held' }],
  ['that was dropped', { result: 'dropped' }, [], { result: 'dropped' }],
])('a poll %s has a line of its own, at once', (_name, more, items, fields) => {
  const lines = logged((polls) => polls.add(message('one', 'run-1'), report('one', more), items));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.[0]).toBe('feed polled');
  expect(lines[0]?.[1]).toMatchObject({ run: 'run-1', host: 'one.example', feedId: 'one', ...fields });
});
