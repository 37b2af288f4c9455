import { correctionRoutes } from './corrections/routes.ts';
import { dateRoutes } from './dates/routes.ts';
import { extractRoutes } from './extract/routes.ts';
import { feedRoutes } from './feeds/read-routes.ts';
import { feedWriteRoutes } from './feeds/write-routes.ts';
import { itemRoutes } from './items/routes.ts';
import type { Route } from './kernel/routes/route.ts';
import { removalRoutes } from './removals/routes.ts';
import { deliveriesRoute } from './searches/deliveries-route.ts';
import { searchFeedRoute } from './searches/feed-route.ts';
import { searchRoutes } from './searches/routes.ts';
import { openApiRoute } from './service/openapi-route.ts';
import { statusRoutes } from './service/status-routes.ts';
import { speakerRoutes } from './speakers/routes.ts';
import { statementRoutes } from './statements/routes.ts';
import { statsRoutes } from './stats/routes.ts';
import { storyRoutes } from './stories/routes.ts';

const described: readonly Route[] = [
  ...statementRoutes,
  ...itemRoutes,
  ...storyRoutes,
  ...speakerRoutes,
  ...dateRoutes,
  ...feedRoutes,
  ...feedWriteRoutes,
  ...statsRoutes,
  ...correctionRoutes,
  ...removalRoutes,
  ...searchRoutes,
  deliveriesRoute,
  searchFeedRoute,
  ...extractRoutes,
  ...statusRoutes,
];

/** Every route of the HTTP API, in the order in which the document tells of them. */
export const allRoutes: readonly Route[] = [...described, openApiRoute(described)];
