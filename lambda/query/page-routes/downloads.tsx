import type { Hono } from 'hono';
import type * as z from 'zod';
import { datesDownload, statementsDownload } from '../downloads/all-downloads.ts';
import { cutParts } from '../downloads/cut-parts.ts';
import type { Download } from '../downloads/download.ts';
import { sendDownload } from '../downloads/send-download.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Reading } from '../lists/reading.ts';
import { DownloadPage } from '../pages/download-page.tsx';
import { links } from '../pages/links.ts';
import { readQuery } from '../parameters/read-query.ts';
import { frameOf } from './page-request.ts';

/** Adds whole searches as files, and the pages that have in parts what does not fit into one answer. */
export function addDownloads(app: Hono<AppEnv>, reading: Reading): void {
  addDownload(app, statementsDownload, '/', reading);
  addDownload(app, datesDownload, '/dates', reading);
}

function addDownload<Query extends z.ZodObject>(
  app: Hono<AppEnv>,
  download: Download<Query>,
  here: '/' | '/dates',
  reading: Reading,
): void {
  const { file, parts } = links.download(download.noun);
  app.get(file, (c) => sendDownload(c, download, parts, reading));

  app.get(parts, async (c) => {
    const { values, sent } = readQuery(download.query, new URL(c.req.url).searchParams);
    return c.html(
      <DownloadPage
        noun={download.noun}
        here={here}
        found={await cutParts(download, values as z.infer<Query>, reading)}
        sent={sent}
        origin={new URL(c.req.url).origin}
        frame={frameOf(c, reading)}
      />,
    );
  });
}
