import type { ChannelSecret, SearchRow } from '../../lambda/api/searches/rows.ts';
import { plain } from './plain.ts';

/** The filters of a search as its options are written. */
export function filtersInOptions(filters: Readonly<Record<string, string>>): string {
  return Object.entries(filters)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value}`)
    .join(', ');
}

/** A search for people, line by line. */
export function searchLines({ id, name, filters, channels, paused, createdBy, createdAt }: SearchRow): string[] {
  return [
    plain(name),
    `  id        ${id}`,
    `  finds     ${plain(filtersInOptions(filters)) || 'every statement'}`,
    `  state     ${paused ? 'paused' : 'active'}`,
    `  saved     ${createdAt} by ${plain(createdBy)}`,
    ...channels.map(channelLine),
  ];
}

function channelLine({ id, kind, to, health }: SearchRow['channels'][number]): string {
  const line = ['  channel  ', kind, id, ...(to === null ? [] : [plain(to)])].join(' ');
  if (!health) return line;
  const state = health.pausedAt ? `paused since ${health.pausedAt}` : `failing since ${health.failingSince}`;
  return `${line}, ${state}: ${plain(health.lastError)}`;
}

/** What is shown once of a new secret. */
export function secretLines(secrets: readonly ChannelSecret[]): string[] {
  return secrets.map(({ channelId, url, secret }) =>
    secret === undefined
      ? `The address for feed readers, behind that of the server; it is not shown again: ${url}`
      : `The secret of the webhook ${channelId}; it is not shown again: ${secret}`,
  );
}
