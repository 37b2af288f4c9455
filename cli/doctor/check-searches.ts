import type { Store } from '../../lambda/store/store.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

/** Whether what searches find reaches whom it is for; nothing where no search is saved. */
export async function checkSearches({ savedSearches, deliveries }: Store): Promise<Finding[]> {
  const failing = (await deliveries.progress())?.failing ?? {};
  const [paused, troubled]: [string[], string[]] = [[], []];
  let count = 0;
  for await (const { record } of savedSearches.list()) {
    count += 1;
    for (const { id, kind } of record.channels) {
      const health = failing[id];
      if (!health) continue;
      const line = `${record.name} to ${kind}: ${health.lastError}`;
      (health.pausedAt === null ? troubled : paused).push(line);
    }
  }
  if (count === 0) return [];
  const found = [
    ...(paused.length === 0
      ? []
      : [
          problem(
            'searches',
            `Nothing is sent any more to ${paused.length} channels, for they failed too long: ${paused.join('; ')}.`,
            'Mend the receiver, then `dateline searches resume NAME` and `dateline searches test NAME`.',
          ),
        ]),
    ...(troubled.length === 0
      ? []
      : [
          warning(
            'searches',
            `${troubled.length} channels fail: ${troubled.join('; ')}.`,
            'They are tried again by themselves; `dateline searches log NAME` tells what waits.',
          ),
        ]),
  ];
  return found.length > 0 ? found : [fine('searches', `${count} searches are saved, and no channel fails.`)];
}
