import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { longDayInWords } from './words.ts';

const PAGES = [
  ['/', 'Statements'],
  ['/dates', 'Dates'],
  ['/searches', 'Searches'],
  ['/feeds', 'Feeds'],
  ['/try', 'Try it'],
] as const;

/** What the frame of a page shows. */
interface LayoutProps {
  title: string;
  /** The address in the navigation that this page belongs to. */
  here?: string;
  /** Left out where nobody knows who looks at it, or when. */
  frame?: Frame;
  /** Addresses of the same content in other formats, for programs that look for them. */
  alternates?: { href: string; type: string; title: string }[];
  children?: Child;
}

/** The frame of every page: head, masthead with navigation, main part, colophon. */
export function Layout({ title, here, frame, alternates = [], children }: LayoutProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} – Dateline</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="data:," />
          {alternates.map(({ href, type, title }) => (
            <link rel="alternate" href={href} type={type} title={title} />
          ))}
          <script src="/script.js" defer />
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <header class="masthead">
            <a class="name" href="/">
              Dateline
            </a>
            <p class="motto">Who said what, and when</p>
            {frame === undefined ? null : (
              <p class="today">
                <time datetime={frame.today}>{longDayInWords(frame.today)}</time>
              </p>
            )}
            <nav aria-label="Pages">
              <ul>
                {PAGES.map(([href, name]) => (
                  <li>
                    <a href={href} aria-current={here === href ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </header>
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <footer class="colophon">
            <p>
              Found by rules in articles of the feeds you follow; an unknown speaker is called so. Times are UTC.{' '}
              <a href="/v1/statements">The same as data</a>
            </p>
            {frame?.access.by === 'session' ? (
              <form method="post" action="/sign-out">
                <p>
                  Signed in with the key {frame.access.name}.{' '}
                  <button type="submit" class="plain">
                    Sign out
                  </button>
                </p>
              </form>
            ) : null}
          </footer>
          <KeyboardHelp />
        </body>
      </html>
    </>
  );
}
