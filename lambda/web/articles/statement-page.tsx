import type { Child } from 'hono/jsx';
import type { Article } from '../../api/items/rows.ts';
import type { Statement } from '../../model/statement.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { OutletLink } from '../kit/outlet-link.tsx';
import { JointSpeakers, SpeakerName, SpeakerRole } from '../kit/speaker-name.tsx';
import { SpokenWords } from '../kit/spoken-words.tsx';
import { instantInWords, publishedInWords, safeHref } from '../kit/words.ts';
import { marksOf } from './article-marks.ts';
import { ArticleText } from './article-text.tsx';
import { citationOf } from './citation.ts';
import { SayingSection, type SayingView } from './saying-section.tsx';
import { HowKnown } from './statement-notes.tsx';
import { windowAround } from './text-window.ts';

interface Props {
  article: Article;
  statement: Statement;
  /** `null` where its words are known from this article only. */
  saying: SayingView | null;
  frame: Frame;
  /** The correction, and the form for one. */
  children?: Child;
}

/** One statement for good: the words, where they stand, how they were found, and a citation to copy. */
export function StatementPage({ article, statement, saying, frame, children }: Props) {
  const who = statement.speaker?.name ?? 'Unknown speaker';
  const around = windowAround(
    article.contentText,
    statement,
    marksOf({ ...article, statements: [statement], dateline: null }),
  );
  return (
    <Layout title={`${who}: ${statement.text.slice(0, 60)}`} frame={frame}>
      <article class="one">
        <header class="headline">
          <h1>
            <SpeakerName speaker={statement.speaker} />
          </h1>
          <p>
            <SpeakerRole speaker={statement.speaker} /> <JointSpeakers jointWith={statement.jointWith} />
          </p>
        </header>
        <SpokenWords statement={statement} language={statement.language} />
        <div class="columns">
          <section aria-labelledby="context">
            <h2 id="context">In its article</h2>
            <p class="source">
              <span>
                <a href={links.inArticle(statement)} dir="auto">
                  {article.title || 'Article without a title'}
                </a>
              </span>
              <span>
                <OutletLink outlet={article.outlet} url={article.url} />
              </span>
            </p>
            <ArticleText
              text={around.text}
              marks={around.marks}
              language={article.language}
              ids={[]}
              focused={statement.id}
              hrefOf={(id) => links.inArticle({ id, itemId: article.id })}
            />
          </section>
          <aside>
            <section aria-labelledby="known">
              <h2 id="known">How it is known</h2>
              <HowKnown statement={statement} text={article.contentText} />
              <dl class="known">
                <dt>Published</dt>
                <dd>
                  {article.publishedAt !== null && article.publishedAtSource === 'feed' ? (
                    <time datetime={article.publishedAt}>{instantInWords(article.publishedAt)}</time>
                  ) : (
                    publishedInWords(article)
                  )}
                </dd>
                <dt>Retrieved</dt>
                <dd>
                  <time datetime={article.fetchedAt}>{instantInWords(article.fetchedAt)}</time>
                </dd>
                <dt>Stored</dt>
                <dd>
                  <time datetime={article.storedAt}>{instantInWords(article.storedAt)}</time>, revision{' '}
                  {article.revision}
                </dd>
                <dt>Id</dt>
                <dd>
                  <code>{statement.id}</code>
                </dd>
              </dl>
            </section>
          </aside>
        </div>
        {saying === null ? null : <SayingSection saying={saying} itemId={article.id} />}
        <section aria-labelledby="cite" class="cite">
          <h2 id="cite">To cite</h2>
          <blockquote id="citation" cite={safeHref(article.url) ?? undefined} dir="auto">
            {citationOf(statement, article)}
          </blockquote>
          <p>
            <button type="button" data-copy="citation" aria-describedby="copied" hidden>
              Copy
            </button>{' '}
            <span id="copied" role="status" />
          </p>
        </section>
        {children}
      </article>
    </Layout>
  );
}
