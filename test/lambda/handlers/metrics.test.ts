import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMetrics } from '../../../lambda/handlers/metrics.ts';
import { newMeter } from '../../../lambda/pipeline/meter.ts';

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
  const meter = newMeter();
  Object.assign(meter.counts, { Polled: 3, PollsFailed: 1, NewItems: 1, Statements: 4 });
  meter.lags.push(120, 60);
  createMetrics('ingest', 'prod').write(meter);
  const [all, ...others] = lines;
  expect(others).toEqual([]);
  expect(all).toMatchObject({
    ...{ service: 'ingest', stage: 'prod', Polled: 3, PollsFailed: 1 },
    ...{ NewItems: 1, Statements: 4, PublicationLag: [120, 60] },
  });
  const [written] = all?._aws.CloudWatchMetrics ?? [];
  expect(written?.Namespace).toBe('Dateline');
  expect(written?.Dimensions.map((names) => names.toSorted())).toEqual([['service', 'stage']]);
  expect(all).not.toHaveProperty('ChangedItems');
});

it('tells of no failure where there was none, and nothing where nothing was done', () => {
  const metrics = createMetrics('ingest', 'dev');
  metrics.write(newMeter());
  expect(lines).toEqual([]);
  const meter = newMeter();
  meter.counts.Polled = 1;
  metrics.write(meter);
  metrics.write(newMeter());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ Polled: 1, PollsFailed: 0 });
});
