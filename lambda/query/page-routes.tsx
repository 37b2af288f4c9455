import type { Hono } from 'hono';
import type { AppEnv } from './http/app-env.ts';
import type { Reading } from './lists/reading.ts';
import { addArticlePages } from './page-routes/article-pages.tsx';
import { addCorrectionForms } from './page-routes/correction-forms.tsx';
import { addDatesPage } from './page-routes/dates-page.tsx';
import { addDownloads } from './page-routes/downloads.tsx';
import { addFeedForms } from './page-routes/feed-forms.tsx';
import { addFeedPages } from './page-routes/feed-pages.tsx';
import { addSpeakerPage } from './page-routes/speaker-page.tsx';
import { addSpeakerTables } from './page-routes/speaker-tables.ts';
import { addStatementPages } from './page-routes/statement-pages.tsx';
import { addTryPage } from './page-routes/try-page.tsx';

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
export function addPageRoutes(app: Hono<AppEnv>, reading: Reading): void {
  addStatementPages(app, reading);
  addArticlePages(app, reading);
  addSpeakerPage(app, reading);
  addSpeakerTables(app, reading);
  addDatesPage(app, reading);
  addDownloads(app, reading);
  addTryPage(app, reading);
  addFeedPages(app, reading);
  addFeedForms(app, reading);
  addCorrectionForms(app, reading);
}
