import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { readForm } from '../../api/kernel/http/read-form.ts';
import { readDay } from '../../api/kernel/parameters/moment.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { frameOf, refuseParameters, todayOf } from '../kit/page-request.ts';
import { LONGEST_TRIED, type TryInput, TryPage } from './try-page.tsx';

/** In bytes. */
const LARGEST_TEXT = 200_000;
const LONGEST_TITLE = 300;
/** Four bytes for each character, percent-encoded, and the rest of the form. */
const LARGEST_FORM = LONGEST_TRIED * 12 + 10_000;

const formSchema = z.object({
  text: z
    .string()
    .max(LONGEST_TRIED, `at most ${LONGEST_TRIED.toLocaleString('en')} characters are read`)
    .refine((text) => Buffer.byteLength(text) <= LARGEST_TEXT, 'at most 200 KB are read')
    .default(''),
  title: z.string().max(LONGEST_TITLE, `at most ${LONGEST_TITLE} characters`).default(''),
  published: z
    .string()
    .refine((day) => readDay(day) !== null, 'give a day as 2026-11-25')
    .or(z.literal(''))
    .default(''),
});

/** Adds the page on which a pasted text is read; without a function that extracts there is none. */
export function addTryPage(app: Hono<AppEnv>, context: QueryContext): void {
  const { extract } = context;
  if (!extract) return;
  const show = async (c: Context, input: TryInput): Promise<Response> => {
    const found =
      input.text.trim() === ''
        ? null
        : await extract({
            text: input.text,
            title: input.title || undefined,
            publishedAt: input.published === '' ? undefined : `${input.published}T12:00:00Z`,
          });
    return c.html(<TryPage input={input} found={found} frame={frameOf(c, context)} />);
  };

  app.get('/try', (c) => {
    refuseParameters(c);
    return show(c, { text: '', title: '', published: todayOf(context.clock) });
  });

  app.post('/try', async (c) => {
    const { text, title, published } = await readForm(c, formSchema, LARGEST_FORM);
    return show(c, { text: text.replace(/\r\n?/g, '\n'), title, published });
  });
}
