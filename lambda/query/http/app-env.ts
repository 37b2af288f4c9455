import type { Access } from '../authorise.ts';

/** What a request carries once it is let in. */
export interface AppEnv {
  Variables: { access: Extract<Access, { granted: true }> };
}
