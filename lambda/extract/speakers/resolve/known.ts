import type { OrganisationIndex } from './organisation-index.ts';
import type { Speakers } from './pronoun.ts';
import type { Resolved } from './resolved.ts';
import type { RoleIndex } from './role-mention.ts';

/** What the whole document tells: its offices, its organisations by name, and who has spoken so far. */
export interface Known extends Speakers {
  roles: RoleIndex;
  organisations: OrganisationIndex;
  /** Whoever spoke in each sentence so far, in order. */
  spoken: ReadonlyMap<number, Resolved[]>;
}
