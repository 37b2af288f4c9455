import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import type { Day } from '../../model/instant.ts';

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
