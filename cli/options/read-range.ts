import { readFrom, readTo } from '../../lambda/api/kernel/parameters/moment.ts';
import { type Instant, sortableInstant, toInstant } from '../../lambda/model/instant.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/** The stretch of time that `--from`, `--to` and `--since` name; throws CommandError for what is no time, or ends before it begins. */
export function readRange(options: { from?: string; to?: string; since?: number }, now: number = Date.now()) {
  const since = options.since === undefined ? undefined : toInstant(now - options.since);
  const from = moment('--from', options.from, readFrom) ?? since;
  const to = moment('--to', options.to, readTo);
  if (from !== undefined && to !== undefined && sortableInstant(from) >= sortableInstant(to)) {
    throw new CommandError(EXIT.usage, 'bad-range', '--to: must lie after --from');
  }
  return { from, to };
}

function moment(name: string, text: string | undefined, read: (text: string) => Instant | null): Instant | undefined {
  if (text === undefined) return undefined;
  const found = read(text);
  if (found !== null) return found;
  const wanted = 'give a day as 2026-11-12, or a moment with its offset as 2026-11-12T09:30:00Z';
  throw new CommandError(EXIT.usage, 'bad-time', `${name}: ${wanted}`);
}
