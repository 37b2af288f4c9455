import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import type { Authorise } from './authorise.ts';
import { addRoutes } from './http/add-routes.ts';
import type { AppEnv } from './http/app-env.ts';
import { sendError } from './http/errors.tsx';
import { hostCheck } from './http/host-check.ts';
import { ProblemError } from './http/problem.ts';
import { createOutlets } from './lists/outlets.ts';
import { addPageRoutes } from './page-routes.tsx';
import { allRoutes } from './routes/all-routes.ts';

/** What the HTTP API and the pages are built with. */
export interface QueryDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  /** Asked before anything else; `openToAll` or `bearerKey`. */
  authorise: Authorise;
  /** Files of `web/`, read by whoever builds the app. */
  assets: { stylesheet: string };
  /** Host names to answer for besides those of the loopback interface; without it, all are answered for. */
  hostNames?: readonly string[];
}

/** Builds the HTTP API and the pages; runs on any server that speaks Request and Response. */
export function createApp(deps: QueryDependencies): Hono<AppEnv> {
  const { store, clock, log, authorise } = deps;
  const app = new Hono<AppEnv>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use(async (c, next) => {
    c.header('Cache-Control', 'private, no-cache');
    await next();
  });
  if (deps.hostNames) app.use(hostCheck(deps.hostNames));
  app.use(async (c, next) => {
    const access = await authorise(c.req.raw.headers);
    if (access.granted) {
      c.set('access', access);
      return next();
    }
    const challenge = access.code === 'key-missing' ? '' : ', error="invalid_token"';
    throw new ProblemError(401, access.code, access.detail, {
      headers: { 'WWW-Authenticate': `Bearer realm="dateline"${challenge}` },
    });
  });
  app.use(etag());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(', ');
        const error = new ProblemError(405, 'method-not-allowed', `${c.req.method} is not among ${allowed}`, {
          headers: { Allow: allowed },
        });
        return sendError(c, error, log);
      },
    }),
  );

  const reading = { store, clock, outlets: createOutlets(store.feeds, clock) };
  addRoutes(app, allRoutes, reading);
  addPageRoutes(app, reading, deps.assets);

  app.notFound((c) => sendError(c, new ProblemError(404, 'unknown-address', `nothing is at ${c.req.path}`), log));
  app.onError((error, c) => sendError(c, error, log));
  return app;
}
