import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { Sessions } from '../../api/kernel/guard/key-guard.ts';
import { type AddressOf, refusal } from '../../api/kernel/guard/require-access.ts';
import { writeSessionCookie } from '../../api/kernel/guard/session-cookie.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { ownPath } from '../../api/kernel/http/own-path.ts';
import { readForm } from '../../api/kernel/http/read-form.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Where browsers sign in. */
export const SIGN_IN = '/sign-in';

const LARGEST_FORM = 8_000;
const formSchema = z.object({ key: z.string().max(1_000).default(''), next: z.string().optional() });

/** Adds the page to sign in at, and the ways in and out; the only ones that are open to those who have no key yet. */
export function addSignIn(app: Hono<AppEnv>, sessions: Sessions, addressOf: AddressOf): void {
  app.get(SIGN_IN, (c) => {
    c.header('Cache-Control', 'no-store');
    return c.html(<SignInPage next={placeAfter(c.req.query('next'))} />);
  });

  app.post(SIGN_IN, async (c) => {
    const { key, next } = await readForm(c, formSchema, LARGEST_FORM);
    const path = placeAfter(next);
    const { headers } = c.req.raw;
    c.header('Cache-Control', 'no-store');
    const opened = await sessions.open(key.trim(), headers, addressOf(c));
    if ('granted' in opened) return refuse(c, opened, path);
    c.header('Set-Cookie', writeSessionCookie(headers, opened.token, opened.seconds));
    return c.redirect(path, 303);
  });

  app.post('/sign-out', async (c) => {
    const { headers } = c.req.raw;
    await sessions.close(headers);
    c.header('Cache-Control', 'no-store');
    c.header('Set-Cookie', writeSessionCookie(headers, '', 0));
    return c.redirect(SIGN_IN, 303);
  });
}

/** The form once more, with the reason; never with what was typed. */
function refuse(c: Context, access: Parameters<typeof refusal>[0], next: string): Response | Promise<Response> {
  const { status, headers, message } = refusal(access);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.status(status);
  return c.html(<SignInPage next={next} problem={message} />);
}

/** Where to go on after signing in; the first page for whatever leads away from this server, or back here. */
function placeAfter(next: string | undefined): string {
  const path = next === undefined ? null : ownPath(next);
  return path === null || path.split('?', 1)[0] === SIGN_IN ? '/' : path;
}
