import type { Style } from '../lexicon/honorifics.ts';

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
  /** The rank of a form of address in front: "H.E.", "His Highness". */
  style?: Style;
  /** True in a line of headline capitals, where a capital shows no name. */
  headline?: boolean;
  /** The person meant, once the table of persons is made. */
  person: Person | null;
}

/** A person of the document: the fullest name, all roles in order, and what tells the gender. */
export interface Person {
  name: string;
  words: string[];
  aliases: Set<string>;
  roles: string[];
  affiliation: string | null;
  gender: 'female' | 'male' | null;
  /** True where a given name, an honorific or an office says that this is a person. */
  certain: boolean;
  mentions: Mention[];
  /** First token of the latest mention that the table has passed. */
  lastSeen: number;
}
