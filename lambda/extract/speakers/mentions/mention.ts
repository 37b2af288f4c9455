import type { Person } from './person-table.ts';

/** What a capitalised name stands for, as far as its words tell. */
export type MentionKind = 'person' | 'organization' | 'place' | 'role' | 'unknown';

/** A name or title in the text; token indexes, both ends included. */
export interface Mention {
  /** With the role in front of the name, without its article. */
  first: number;
  last: number;
  /** The bare name; the same as the whole for a title without a name. */
  nameFirst: number;
  nameLast: number;
  name: string;
  kind: MentionKind;
  role: string | null;
  affiliation: string | null;
  gender: 'female' | 'male' | null;
  /** The person meant, once the table of persons is made. */
  person: Person | null;
}
