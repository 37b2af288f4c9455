import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMetrics } from '../../../lambda/handlers/metrics.ts';
import { countPoll, newBatchMetrics } from '../../../lambda/pipeline/batch-metrics.ts';

type Line = Record<string, unknown> & {
  _aws: {
    CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[];
  };
};
let lines: Line[];

beforeEach(() => {
  lines = [];
  // Powertools writes past the global console, for Lambda's own would put each line into another one.
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('writes one line of metrics a batch, with the dimensions that alarms look at', () => {
  const batch = newBatchMetrics();
  batch.pollFailed.push(false, true, false);
  batch.withoutSpeaker.push(true, false, false, false);
  batch.itemChanged.push(false, true);
  batch.lags.push(120, 60);
  createMetrics('ingest', 'prod').write(batch);
  const [all, ...others] = lines;
  expect(others).toEqual([]);
  expect(all).toMatchObject({
    ...{ service: 'ingest', stage: 'prod', PollFailed: [0, 1, 0], StatementWithoutSpeaker: [1, 0, 0, 0] },
    ...{ ItemChanged: [0, 1], PublicationLag: [120, 60] },
  });
  const [written] = all?._aws.CloudWatchMetrics ?? [];
  expect(written?.Namespace).toBe('Dateline');
  expect(written?.Dimensions.map((names) => names.toSorted())).toEqual([['service', 'stage']]);
  expect(written?.Metrics.map(({ Name, Unit }) => [Name, Unit])).toEqual([
    ['PollFailed', 'Count'],
    ['ItemChanged', 'Count'],
    ['StatementWithoutSpeaker', 'Count'],
    ['PublicationLag', 'Seconds'],
  ]);
});

it('says nothing of what was not done', () => {
  const metrics = createMetrics('ingest', 'dev');
  const dropped = newBatchMetrics();
  countPoll(dropped, { result: 'dropped' });
  countPoll(dropped, { result: 'held' });
  metrics.write(dropped);
  expect(lines).toEqual([]);
  const polled = newBatchMetrics();
  countPoll(polled, { result: 'not-modified' });
  metrics.write(polled);
  metrics.write(newBatchMetrics());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ PollFailed: 0 });
  expect(lines[0]).not.toHaveProperty('ItemChanged');
  expect(lines[0]).not.toHaveProperty('StatementWithoutSpeaker');
  // A page was read, and no feed.
  metrics.write({ ...newBatchMetrics(), itemChanged: [true] });
  expect(lines[1]).toMatchObject({ ItemChanged: 1 });
  expect(lines[1]).not.toHaveProperty('PollFailed');
});

it.each([99, 100, 101, 250])('loses none of %i values, of which CloudWatch takes a hundred a line', (count) => {
  const batch = newBatchMetrics();
  const isSo = Array.from({ length: count }, (_, index) => index % 3 === 0);
  batch.pollFailed.push(...isSo);
  batch.withoutSpeaker.push(...isSo);
  batch.lags.push(...isSo.keys());
  batch.itemChanged.push(...isSo);
  createMetrics('ingest', 'dev').write(batch);
  const all = (name: string) => lines.flatMap((line) => (name in line ? line[name] : []));
  expect(all('PollFailed')).toEqual(isSo.map(Number));
  expect(all('StatementWithoutSpeaker')).toEqual(isSo.map(Number));
  expect(all('PublicationLag')).toEqual([...isSo.keys()]);
  expect(all('ItemChanged')).toEqual(isSo.map(Number));
  for (const line of lines) {
    for (const { Name } of line._aws.CloudWatchMetrics[0]?.Metrics ?? []) {
      expect([line[Name]].flat().length).toBeLessThanOrEqual(100);
    }
  }
});
