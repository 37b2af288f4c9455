import type { Hono } from 'hono';
import type { AppEnv } from '../api/kernel/http/app-env.ts';
import type { QueryContext } from '../api/kernel/query-context.ts';
import { addCorrectionForms } from './articles/correction-routes.tsx';
import { addArticlePages } from './articles/routes.tsx';
import { addDatesPage } from './dates/routes.tsx';
import { addDownloads } from './downloads/routes.tsx';
import { addFeedForms } from './feeds/form-routes.tsx';
import { addFeedPages } from './feeds/routes.tsx';
import { addSearchPages } from './searches/routes.tsx';
import { addSpeakerPage } from './speakers/routes.tsx';
import { addSpeakerTables } from './speakers/table-routes.ts';
import { addStatementPages } from './statements/routes.tsx';
import { addTryPage } from './try/routes.tsx';

/** Files of `web/`, as texts. */
export interface Assets {
  stylesheet: string;
  script: string;
}

/** Adds what every page needs, also the one to sign in at: nothing of it is a secret. */
export function addAssets(app: Hono<AppEnv>, assets: Assets): void {
  app.get('/style.css', (c) => c.body(assets.stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/script.js', (c) => c.body(assets.script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
}

/** Adds the pages for people. */
export function addPageRoutes(app: Hono<AppEnv>, context: QueryContext): void {
  addStatementPages(app, context);
  addArticlePages(app, context);
  addSpeakerPage(app, context);
  addSpeakerTables(app, context);
  addDatesPage(app, context);
  addDownloads(app, context);
  addTryPage(app, context);
  addFeedPages(app, context);
  addFeedForms(app, context);
  addCorrectionForms(app, context);
  addSearchPages(app, context);
}
