import { correctionRoutes } from './corrections.ts';
import { dateRoutes } from './dates.ts';
import { extractRoutes } from './extract.ts';
import { feedWriteRoutes } from './feed-writes.ts';
import { feedRoutes } from './feeds.ts';
import { itemRoutes } from './items.ts';
import { openApiRoute } from './openapi.ts';
import type { Route } from './route.ts';
import { speakerRoutes } from './speakers.ts';
import { statementRoutes } from './statements.ts';
import { statsRoutes } from './stats.ts';
import { statusRoutes } from './status.ts';

const described: readonly Route[] = [
  ...statementRoutes,
  ...itemRoutes,
  ...speakerRoutes,
  ...dateRoutes,
  ...feedRoutes,
  ...feedWriteRoutes,
  ...statsRoutes,
  ...correctionRoutes,
  ...extractRoutes,
  ...statusRoutes,
];

/** Every route of the HTTP API, in the order in which the document tells of them. */
export const allRoutes: readonly Route[] = [...described, openApiRoute(described)];
