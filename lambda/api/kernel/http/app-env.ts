import type { Access } from '../guard/authorise.ts';

/** What a request carries once it is let in. */
export interface AppEnv {
  Variables: {
    access: Extract<Access, { granted: true }>;
    /** Of a request that changes something: whether its browser says that a page of this server made it. */
    fromOwnPage: boolean;
  };
}
