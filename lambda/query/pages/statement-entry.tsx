/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { StatementRow } from '../responses.ts';
import { links } from './links.ts';
import { OutletLink } from './outlet-link.tsx';
import { SpeakerName, SpeakerRole } from './speaker-name.tsx';
import { SpokenWords } from './spoken-words.tsx';
import { clockOf, confidenceInWords, counted, dayInWords, publishedInWords, TYPE_IN_WORDS } from './words.ts';

/** A statement as lists show it: who, the words, how it stands in which article; `copies` are those of the article. */
export function StatementEntry({ statement, copies = 0 }: { statement: StatementRow; copies?: number }) {
  return (
    <article class="statement" data-entry>
      <header>
        <h3>
          <SpeakerName speaker={statement.speaker} />
        </h3>
        <SpeakerRole speaker={statement.speaker} />
      </header>
      <div class="said">
        <SpokenWords statement={statement} language={statement.language} />
        <p class="source">
          <span>
            <a data-open href={links.inArticle(statement)} dir="auto">
              {statement.title || 'Article without a title'}
            </a>
          </span>
          <span>
            <OutletLink outlet={statement.outlet} url={statement.url} />
          </span>
          <Moment statement={statement} />
          <span>
            {TYPE_IN_WORDS[statement.type]}
            {statement.cue ? <span class="cue"> “{statement.cue.text}”</span> : null}
          </span>
          <span>{confidenceInWords(statement.confidence)}</span>
          {copies > 0 ? <span class="copies">+{counted(copies, 'copy', 'copies')}</span> : null}
          {statement.duplicateOf === null ? null : (
            <span>
              <a href={links.article(statement.duplicateOf)}>copy of another article</a>
            </span>
          )}
          <span class="permalink">
            <a href={links.statement(statement)}>cite</a>
          </span>
        </p>
      </div>
    </article>
  );
}

function Moment({ statement }: { statement: StatementRow }) {
  const { publishedAt, publishedAtSource, saidAt, saidAtSource } = statement;
  const clock = publishedAt === null || publishedAtSource !== 'feed' ? '' : clockOf(publishedAt);
  return (
    <span class="moment">
      <time datetime={publishedAt ?? undefined}>
        {publishedInWords(statement)}
        {clock === '' ? '' : `, ${clock}`}
      </time>
      {saidAt !== null && saidAtSource === 'text' && saidAt.slice(0, 10) !== publishedAt?.slice(0, 10) ? (
        <>
          {' '}
          (said <time datetime={saidAt}>{dayInWords(saidAt.slice(0, 10))}</time>)
        </>
      ) : null}
    </span>
  );
}
