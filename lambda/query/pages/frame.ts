import type { Day } from '../../model/instant.ts';
import type { AppEnv } from '../http/app-env.ts';

/** What every page is told beside its content. */
export interface Frame {
  /** In UTC. */
  today: Day;
  /** Who looks at it. */
  access: AppEnv['Variables']['access'];
}

/** Whether this reader may change something. */
export function mayChange({ access }: Frame): boolean {
  return access.scope === 'admin';
}
