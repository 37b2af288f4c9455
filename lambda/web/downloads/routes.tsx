import type { Hono } from 'hono';
import type * as z from 'zod';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { links } from '../kit/links.ts';
import { frameOf } from '../kit/page-request.ts';
import { datesDownload, statementsDownload } from './all-downloads.ts';
import { cutParts } from './cut-parts.ts';
import type { Download } from './download.ts';
import { DownloadPage } from './download-page.tsx';
import { sendDownload } from './send-download.ts';

/** Adds whole searches as files, and the pages that have in parts what does not fit into one answer. */
export function addDownloads(app: Hono<AppEnv>, context: QueryContext): void {
  addDownload(app, statementsDownload, '/', context);
  addDownload(app, datesDownload, '/dates', context);
}

function addDownload<Query extends z.ZodObject>(
  app: Hono<AppEnv>,
  download: Download<Query>,
  here: '/' | '/dates',
  context: QueryContext,
): void {
  const { file, parts } = links.download(download.noun);
  app.get(file, (c) => sendDownload(c, download, parts, context));

  app.get(parts, async (c) => {
    const { values, sent } = readQuery(download.query, new URL(c.req.url).searchParams);
    return c.html(
      <DownloadPage
        noun={download.noun}
        here={here}
        found={await cutParts(download, values as z.infer<Query>, context)}
        sent={sent}
        origin={c.var.origin ?? new URL(c.req.url).origin}
        frame={frameOf(c, context)}
      />,
    );
  });
}
