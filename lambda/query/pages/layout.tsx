/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** The frame of every page: head, navigation, main part, footer. */
export function Layout(props: { title: string; here?: string; children?: Child }) {
  const links = [
    ['/', 'Statements'],
    ['/feeds', 'Feeds'],
  ] as const;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{props.title} – Dateline</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="data:," />
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <header class="site">
            <a class="name" href="/">
              Dateline
            </a>
            <p>Who said what, and when</p>
            <nav aria-label="Pages">
              <ul>
                {links.map(([href, name]) => (
                  <li>
                    <a href={href} aria-current={props.here === href ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </header>
          <main id="main" tabindex={-1}>
            {props.children}
          </main>
          <footer class="site">
            <p>
              Found by rules in articles of the feeds you follow. Times are UTC. The same as data:{' '}
              <a href="/v1/statements">/v1/statements</a>
            </p>
          </footer>
        </body>
      </html>
    </>
  );
}
