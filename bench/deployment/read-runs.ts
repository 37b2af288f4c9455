import type { Cloud } from '../../test/deploy/cloud.ts';

interface LogEvent {
  group: string;
  message: string;
  timestamp: number;
}

/** What the functions did in a stretch of time, as their logs tell it. */
export interface Runs {
  /** Milliseconds of each run of ingest. */
  durations: number[];
  /** When the first run of dispatch that sent something began; milliseconds since 1970. */
  firstTick: number | null;
  /** By what became of them. */
  polls: Record<string, number>;
  items: number;
  /** Lines of errors and warnings. */
  problems: string[];
}

/** Moments at which the schedule has run dispatch, whether something was due or not. */
export async function readTicks(cloud: Cloud): Promise<number[]> {
  const events = await readLogs(cloud, 0, ['Dispatch']);
  return events.filter(({ message }) => message.startsWith('REPORT ')).map(({ timestamp }) => timestamp);
}

/** Reads the logs of dispatch and ingest from a moment on. */
export async function readRuns(cloud: Cloud, since: number): Promise<Runs> {
  const events = await readLogs(cloud, since, ['Dispatch', 'Ingest']);
  const runs: Runs = { durations: [], firstTick: null, polls: {}, items: 0, problems: [] };
  let sends = false;
  for (const { group, message, timestamp } of events) {
    const duration = /^REPORT .*\tDuration: ([\d.]+) ms/.exec(message)?.[1];
    if (group === 'Ingest' && duration) runs.durations.push(Number(duration));
    if (group === 'Dispatch' && duration && sends) {
      runs.firstTick ??= timestamp - Number(duration);
      sends = false;
    }
    const line = readLine(message);
    if (line?.level === 'ERROR' || line?.level === 'WARN' || /Task timed out|errorType/.test(message)) {
      runs.problems.push(message.slice(0, 500));
    }
    if (line?.message === 'feeds and pages are due') {
      sends = true;
    }
    if (line?.message === 'feed polled') {
      const { result = 'unknown', items = [] } = line;
      runs.polls[result] = (runs.polls[result] ?? 0) + 1;
      runs.items += items.length;
    }
  }
  return runs;
}

interface LogLine {
  level?: string;
  message?: string;
  result?: string;
  items?: string[];
}

function readLine(message: string): LogLine | null {
  const start = message.indexOf('{"level"');
  if (start === -1) return null;
  try {
    return JSON.parse(message.slice(start)) as LogLine;
  } catch {
    return null;
  }
}

async function readLogs(cloud: Cloud, since: number, functions: string[]): Promise<LogEvent[]> {
  const printed = await cloud.aws(`
import json
logs = client('logs')
for group in logs.describe_log_groups()['logGroups']:
    for name in ${JSON.stringify(functions)}:
        if name + 'Log' not in group['logGroupName']:
            continue
        for page in logs.get_paginator('filter_log_events').paginate(logGroupName=group['logGroupName'], startTime=${since}):
            for event in page['events']:
                print(json.dumps({'group': name, 'message': event['message'], 'timestamp': event['timestamp']}))
`);
  return printed.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogEvent]));
}
