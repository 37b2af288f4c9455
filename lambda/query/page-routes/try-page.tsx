/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { badParameter } from '../http/problem.ts';
import type { Reading } from '../lists/reading.ts';
import { LONGEST_TRIED, type TryInput, TryPage } from '../pages/try-page.tsx';
import { readDay } from '../parameters/moment.ts';
import { refuseParameters, todayOf } from './page-request.ts';
import { readForm } from './read-form.ts';

const LONGEST_TITLE = 300;
/** Four bytes for each character, percent-encoded, and the rest of the form. */
const LARGEST_FORM = LONGEST_TRIED * 12 + 10_000;

/** Adds the page on which a pasted text is read; without a function that extracts there is none. */
export function addTryPage(app: Hono<AppEnv>, reading: Reading): void {
  const { extract } = reading;
  if (!extract) return;
  const show = (c: Context, input: TryInput): Response | Promise<Response> => {
    const found =
      input.text.trim() === ''
        ? null
        : extract({
            text: input.text,
            title: input.title || undefined,
            publishedAt: input.published === '' ? undefined : `${input.published}T12:00:00Z`,
          });
    return c.html(<TryPage input={input} found={found} today={todayOf(reading.clock)} />);
  };

  app.get('/try', (c) => {
    refuseParameters(c);
    return show(c, { text: '', title: '', published: todayOf(reading.clock) });
  });

  app.post('/try', async (c) => {
    const form = await readForm(c, LARGEST_FORM);
    const text = (form.get('text') ?? '').replace(/\r\n?/g, '\n');
    const [title, published] = [form.get('title') ?? '', form.get('published') ?? ''];
    if (text.length > LONGEST_TRIED) {
      throw badParameter('text', `has ${text.length} characters; at most ${LONGEST_TRIED} are read`, 'too-long');
    }
    if (title.length > LONGEST_TITLE) throw badParameter('title', `at most ${LONGEST_TITLE} characters`);
    if (published !== '' && readDay(published) === null) throw badParameter('published', 'give a day as 2026-11-25');
    return show(c, { text, title, published });
  });
}
