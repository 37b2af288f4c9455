import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import { allRoutes } from '../api/all-routes.ts';
import type { Capabilities } from '../api/kernel/capabilities.ts';
import type { Authorise } from '../api/kernel/guard/authorise.ts';
import { holdBackGuesses } from '../api/kernel/guard/hold-back-guesses.ts';
import type { Sessions } from '../api/kernel/guard/key-guard.ts';
import { noteOrigin, originCheck, sessionOriginCheck } from '../api/kernel/guard/origin-check.ts';
import { type AddressOf, requireAccess } from '../api/kernel/guard/require-access.ts';
import { addRoutes } from '../api/kernel/http/add-routes.ts';
import { allowedMethods } from '../api/kernel/http/allowed-methods.ts';
import type { AppEnv } from '../api/kernel/http/app-env.ts';
import { boundAnswer } from '../api/kernel/http/bound-answer.ts';
import { hostCheck } from '../api/kernel/http/host-check.ts';
import { ProblemError } from '../api/kernel/http/problem.ts';
import { createOutlets } from '../api/kernel/outlets.ts';
import type { QueryContext } from '../api/kernel/query-context.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { Store } from '../store/store.ts';
import { links } from './kit/links.ts';
import { sendError } from './kit/send-error.tsx';
import { type Assets, addAssets, addPageRoutes } from './page-routes.ts';
import { addSignIn, SIGN_IN } from './sign-in/routes.tsx';

const DOWNLOADS = new Set([links.download('statements').file, links.download('dates').file]);

/** Those whose address holds a secret: no key is asked for. */
const TOKEN_ROUTES = allRoutes.filter(({ scope }) => scope === 'token');
const KEY_ROUTES = allRoutes.filter(({ scope }) => scope !== 'token');

/** What the HTTP API and the pages are built with. */
export interface QueryDependencies {
  store: Store;
  clock: Clock;
  log: Log;
  /** Asked before anything else; `openToAll`, or that of a `keyGuard`. */
  authorise: Authorise;
  /** Those of the `keyGuard`: with them there is a page to sign in at. */
  sessions?: Sessions;
  /** How the server knows where a request comes from; nowhere without it. */
  addressOf?: AddressOf;
  /** What goes beyond reading and writing the table; nothing without it. */
  capabilities?: Capabilities;
  /** Whether the server streams answers of any length; without it answers stay under the response limit of a Lambda (6 MB). */
  streams?: boolean;
  /** Files of `web/`, read by whoever builds the app. */
  assets: Assets;
  /** Reads a pasted text; without it there is no page for that. */
  extract?: QueryContext['extract'];
  /** Host names to answer for besides those of the loopback interface; without it, all are answered for. */
  hostNames?: readonly string[];
  /** The address by which people open the server, where a proxy in front of it ends TLS. */
  publicUrl?: URL;
}

/** Builds the HTTP API and the pages; runs on any server that speaks Request and Response. */
export function createApp(deps: QueryDependencies): Hono<AppEnv> {
  const { store, clock, log, authorise, addressOf = () => null } = deps;
  const app = new Hono<AppEnv>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      // With `no-referrer`, browsers would not tell where a form of ours comes from.
      referrerPolicy: 'same-origin',
    }),
  );
  app.use(async (c, next) => {
    c.header('Cache-Control', 'private, no-cache');
    await next();
  });
  if (deps.hostNames) app.use(hostCheck(deps.hostNames));
  app.use(noteOrigin(deps.publicUrl ?? null));
  app.use(originCheck);
  const tag = etag();
  // A tag is a hash of the whole answer, which a download is sent without waiting for.
  app.use((c, next) => (DOWNLOADS.has(c.req.path) ? next() : tag(c, next)));
  if (!deps.streams) app.use(boundAnswer);
  addAssets(app, deps.assets);
  const { extract, capabilities, streams = false } = deps;
  const outlets = createOutlets(store.feeds, clock);
  const context: QueryContext = {
    store,
    clock,
    outlets,
    streams,
    ...(capabilities && { capabilities }),
    ...(extract && { extract }),
  };
  for (const { address } of TOKEN_ROUTES) app.use(address, holdBackGuesses(addressOf, clock));
  addRoutes(app, TOKEN_ROUTES, context);
  if (deps.sessions) addSignIn(app, deps.sessions, addressOf);
  app.use(requireAccess(authorise, { addressOf, signIn: deps.sessions ? SIGN_IN : null }));
  app.use(sessionOriginCheck);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = allowedMethods(c.req.path, methods, allRoutes).join(', ');
        const error = new ProblemError(405, 'method-not-allowed', `${c.req.method} is not among ${allowed}`, {
          headers: { Allow: allowed },
        });
        return sendError(c, error, log);
      },
    }),
  );

  addRoutes(app, KEY_ROUTES, context);
  addPageRoutes(app, context);

  app.notFound((c) => sendError(c, new ProblemError(404, 'unknown-address', `nothing is at ${c.req.path}`), log));
  app.onError((error, c) => sendError(c, error, log));
  return app;
}
