/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Day } from '../../model/instant.ts';
import type { Article } from '../responses.ts';
import { marksOf } from './article-marks.ts';
import { ArticleText, Legend } from './article-text.tsx';
import { DateNotes } from './date-notes.tsx';
import { Layout } from './layout.tsx';
import { links } from './links.ts';
import { OutletLink } from './outlet-link.tsx';
import { StatementNote } from './statement-notes.tsx';
import { counted, publishedInWords } from './words.ts';

/** A whole article: its text with everything that was found marked, and a note on each statement; one of them may be focused. */
export function ArticlePage(props: { article: Article; focused: string | null; today: Day }) {
  const { article, focused, today } = props;
  const title = article.title || 'Article without a title';
  return (
    <Layout title={title} today={today}>
      <div data-article>
        <header class="headline">
          <h1 dir="auto">{title}</h1>
          <Byline article={article} />
        </header>
        {article.fullText === 'pending' ? <p class="note">Only the feed’s own text so far.</p> : null}
        {article.fullText === 'failed' ? <p class="note">Only the feed’s own text: its page gave no article.</p> : null}
        <div class="columns">
          <div>
            <Legend />
            <ArticleText
              text={article.contentText}
              marks={marksOf(article)}
              language={article.language}
              ids={article.statements.map(({ id }) => id)}
              focused={focused}
              hrefOf={(id) => links.inArticle({ id, itemId: article.id })}
            />
          </div>
          <aside>
            <section aria-labelledby="speakers">
              <h2 id="speakers">Who says what</h2>
              {article.statements.length === 0 ? <p>No statement was found in this article.</p> : null}
              <ol class="notes">
                {article.statements.map((statement) => (
                  <StatementNote statement={statement} text={article.contentText} focused={statement.id === focused}>
                    <p class="source">
                      <a href={links.inArticle(statement)}>Show in the text</a>
                      <a href={links.statement(statement)}>Cite</a>
                      <a href={`${links.statement(statement)}#correct`}>Wrong speaker?</a>
                    </p>
                  </StatementNote>
                ))}
              </ol>
            </section>
            <DateNotes dates={article.dates} />
          </aside>
        </div>
      </div>
    </Layout>
  );
}

function Byline({ article }: { article: Article }) {
  return (
    <p class="source">
      <span>
        <OutletLink outlet={article.outlet} url={article.url} />
      </span>
      <span>{publishedInWords(article)}</span>
      {article.authors.length > 0 ? <bdi dir="auto">{article.authors.join(', ')}</bdi> : null}
      {article.dateline?.place ? (
        <span>
          from <bdi dir="auto">{article.dateline.place}</bdi>
        </span>
      ) : null}
      {article.dateline?.agency ? (
        <span>
          by <bdi dir="auto">{article.dateline.agency}</bdi>
        </span>
      ) : null}
      <span>{counted(article.statements.length, 'statement')}</span>
      {article.duplicateOf === null ? null : (
        <span>
          <a href={links.article(article.duplicateOf)}>a copy of another article</a>
        </span>
      )}
    </p>
  );
}
