import type { Resolution, SpeakerKind } from '../../../model/speaker.ts';
import type { Person } from '../mentions/mention.ts';

/** Whom a subject turned out to be. */
export interface Resolved {
  person: Person | null;
  kind: SpeakerKind;
  name: string;
  role: string | null;
  affiliation: string | null;
  resolution: Resolution;
  /** The words that name the speaker, as tokens, both included. */
  first: number;
  last: number;
  /** How much less sure this makes the statement. */
  weakness: number;
  /** Of a group, everybody whom it names: each has said it, with the others. */
  members?: Resolved[];
}
