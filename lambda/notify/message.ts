import { readableStatement } from '../common/readable-statement.ts';
import type { Delivery } from '../model/delivery.ts';

/** What a message tells of a statement, for people. */
export interface Message {
  /** Who, with the role, as far as known. */
  who: string;
  said: string;
  /** Outlet and title. */
  where: string;
  /** The article's address, where it is one of http or https. */
  url: string | null;
}

/** In characters; Slack takes 3,000 in a block, ntfy 4,096 bytes in a message. */
const LONGEST = 1_000;

/** The statement of a delivery in words. */
export function messageOf({ statement, example, searchName }: Delivery): Message {
  const { type, text, speaker, outlet, title, url } = statement as Record<string, unknown>;
  const { name, role } = (speaker ?? {}) as Record<string, unknown>;
  // "denied those claims", where the words are no sentence without their verb.
  const words = isSaid(statement) ? readableStatement(statement) : String(text);
  const said = type === 'direct' ? `“${words}”` : words;
  const who = typeof name === 'string' ? name : 'Unknown speaker';
  return {
    who: cut(typeof role === 'string' ? `${who}, ${role}` : who),
    said: cut(said),
    where: example ? `An example for the search ${searchName}` : cut(`${String(outlet)}: ${String(title)}`),
    url: typeof url === 'string' && /^https?:\/\//i.test(url) ? url : null,
  };
}

type Said = Parameters<typeof readableStatement>[0];

/** Whether the row has what its words are read with. */
const isSaid = (row: object): row is Said => 'text' in row && 'cue' in row && 'start' in row;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
