import type { Article } from '../../api/items/rows.ts';
import type { Story } from '../../api/stories/rows.ts';
import type { Statement } from '../../model/statement.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { OutletLink } from '../kit/outlet-link.tsx';
import { counted, publishedInWords } from '../kit/words.ts';
import { marksOf } from './article-marks.ts';
import { ArticleText, Legend } from './article-text.tsx';
import { DateNotes } from './date-notes.tsx';
import { StatementNote } from './statement-notes.tsx';
import { printsOf, StorySection } from './story-section.tsx';
import { FirstIn } from './timeline.tsx';

/** A whole article: its text with everything that was found marked, and a note on each statement; one of them may be focused. */
export function ArticlePage(props: { article: Article; story: Story; focused: string | null; frame: Frame }) {
  const { article, story, focused, frame } = props;
  const title = article.title || 'Article without a title';
  const shown = article.statements.filter(isShown);
  const marks = marksOf({ ...article, statements: shown });
  return (
    <Layout title={title} frame={frame}>
      <div data-article>
        <header class="headline">
          <h1 dir="auto">{title}</h1>
          <Byline article={article} story={story} />
        </header>
        {article.fullText === 'pending' ? <p class="note">Only the feed’s own text so far.</p> : null}
        {article.fullText === 'failed' ? <p class="note">Only the feed’s own text: its page gave no article.</p> : null}
        <div class="columns">
          <div>
            <Legend marks={marks} />
            <ArticleText
              text={article.contentText}
              marks={marks}
              language={article.language}
              ids={shown.map(({ id }) => id)}
              focused={focused}
              hrefOf={(id) => links.inArticle({ id, itemId: article.id })}
            />
          </div>
          <aside>
            <section aria-labelledby="speakers">
              <h2 id="speakers">Who says what</h2>
              {shown.length === 0 ? <p>No statement was found in this article.</p> : null}
              <ol class="notes">
                {shown.map((statement) => (
                  <StatementNote statement={statement} text={article.contentText} focused={statement.id === focused}>
                    <p class="source">
                      <span>
                        <a href={links.inArticle(statement)}>Show in the text</a>
                      </span>
                      <span>
                        <a href={links.statement(statement)}>Cite</a>
                      </span>
                      {statement.sayingId === undefined ? null : (
                        <span>
                          <a href={`${links.statement(statement)}#saying`}>Where else</a>
                        </span>
                      )}
                      <span>
                        <a href={`${links.statement(statement)}#correct`}>Wrong speaker?</a>
                      </span>
                    </p>
                  </StatementNote>
                ))}
              </ol>
            </section>
            <Struck statements={article.statements.filter((statement) => !isShown(statement))} />
            <StorySection story={story} itemId={article.id} />
            <DateNotes dates={article.dates} />
          </aside>
        </div>
      </div>
    </Layout>
  );
}

/** An operator may have struck it. */
function isShown({ correction }: Statement): boolean {
  return correction?.notAStatement !== true;
}

function Struck({ statements }: { statements: Statement[] }) {
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby="struck">
      <h2 id="struck">Struck by an operator</h2>
      <ul>
        {statements.map((statement) => (
          <li>
            <a href={links.statement(statement)}>
              <s dir="auto">{statement.text}</s>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Byline({ article, story }: { article: Article; story: Story }) {
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
      <span>{counted(article.statements.filter(isShown).length, 'statement')}</span>
      {story.articles.length < 2 ? null : (
        <span>
          <a href="#story">
            <FirstIn {...printsOf(story, article.id)} />
          </a>
        </span>
      )}
    </p>
  );
}
