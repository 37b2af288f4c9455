import type { Access } from '../guard/authorise.ts';

/** What a request carries once it is let in. */
export interface AppEnv {
  Variables: {
    access: Extract<Access, { granted: true }>;
    /** Of a request that changes something: whether its browser says that a page of this server made it. */
    fromOwnPage: boolean;
    /** Scheme, host and port by which the request was made, as the browser sees them; `null` where its Host header is no host. */
    origin: string | null;
  };
}
