/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Article } from '../responses.ts';
import { Layout } from './layout.tsx';
import { type MarkedPiece, markText } from './mark-text.ts';
import { SpeakerName } from './statement-entry.tsx';
import { publishedInWords, safeHref, TYPE_IN_WORDS } from './words.ts';

/** A whole article: its text with the statements marked, who says them, and the dates it speaks of. */
export function ArticlePage({ article }: { article: Article }) {
  const href = safeHref(article.url);
  const title = article.title || 'Article without a title';
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p class="source">
        <span>
          {href === null ? (
            article.outlet
          ) : (
            <a href={href} rel="external noopener noreferrer">
              {article.outlet}
            </a>
          )}
        </span>{' '}
        <span>{publishedInWords(article)}</span>{' '}
        {article.authors.length > 0 ? <span>{article.authors.join(', ')} </span> : null}
        {article.dateline?.place ? <span>from {article.dateline.place} </span> : null}
        {article.duplicateOf === null ? null : (
          <a href={`/articles/${encodeURIComponent(article.duplicateOf)}`}>a copy of this article</a>
        )}
      </p>
      {article.fullText === 'pending' ? <p class="note">Only the feed’s own text so far.</p> : null}
      {article.fullText === 'failed' ? <p class="note">Only the feed’s own text: its page gave no article.</p> : null}
      <div class="columns">
        <ArticleText article={article} />
        <aside>
          <StatementList article={article} />
          <DateList article={article} />
        </aside>
      </div>
    </Layout>
  );
}

function ArticleText({ article }: { article: Article }) {
  const spans = article.statements.flatMap(({ spans }, number) => spans.map((span) => ({ ...span, number })));
  const pieces = markText(article.contentText, spans);
  const first = new Set(article.statements.map(({ start }) => start));
  return (
    <section class="text" aria-label="Text" lang={article.language ?? undefined}>
      {pieces.map((piece) => (
        <Piece piece={piece} anchor={first.has(piece.start)} />
      ))}
    </section>
  );
}

function Piece({ piece, anchor }: { piece: MarkedPiece; anchor: boolean }) {
  if (piece.marks.length === 0) return <>{piece.text}</>;
  return <mark id={anchor ? `statement-${piece.start}` : undefined}>{piece.text}</mark>;
}

function StatementList({ article }: { article: Article }) {
  return (
    <section aria-labelledby="speakers">
      <h2 id="speakers">Who says what</h2>
      {article.statements.length === 0 ? <p>No statement was found in this article.</p> : null}
      <ol>
        {article.statements.map((statement) => (
          <li>
            <SpeakerName speaker={statement.speaker} />{' '}
            <a href={`#statement-${statement.start}`}>
              {TYPE_IN_WORDS[statement.type]}
              {statement.cue ? `, “${statement.cue.text}”` : ''}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function DateList({ article }: { article: Article }) {
  if (article.dates.length === 0) return null;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Dates it speaks of</h2>
      <ul>
        {article.dates.map(({ text, value, role }) => (
          <li>
            {text}: <strong>{value}</strong> <span class="role">{role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
