/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { StatementRow } from '../responses.ts';
import { publishedInWords, safeHref, TYPE_IN_WORDS } from './words.ts';

/** Who said it: the name links to everything of that speaker; an unknown source is called so. */
export function SpeakerName({ speaker }: Pick<StatementRow, 'speaker'>) {
  if (speaker === null) return <span class="unknown">Unknown speaker</span>;
  const about = [speaker.role, speaker.affiliation].filter((text) => text !== null);
  return (
    <>
      {speaker.id === null ? (
        <span class="speaker">{speaker.name}</span>
      ) : (
        <a class="speaker" href={`/?${new URLSearchParams({ speaker: `"${speaker.id}"` })}`}>
          {speaker.name}
        </a>
      )}{' '}
      {speaker.kind === 'unnamed' ? <span class="role">unnamed source </span> : null}
      {about.length > 0 ? <span class="role">{[...new Set(about)].join(', ')}</span> : null}
    </>
  );
}

/** A statement as the list shows it. */
export function StatementEntry({ statement }: { statement: StatementRow }) {
  const href = safeHref(statement.url);
  return (
    <article class="statement">
      <h3>
        <SpeakerName speaker={statement.speaker} />
      </h3>
      <p class="how">
        <span class={`type ${statement.type}`}>{TYPE_IN_WORDS[statement.type]}</span>{' '}
        {statement.cue ? <span class="cue">“{statement.cue.text}”</span> : null}
      </p>
      <blockquote cite={href ?? undefined} lang={statement.language ?? undefined}>
        {statement.text}
      </blockquote>
      <p class="source">
        <a href={`/articles/${encodeURIComponent(statement.itemId)}#statement-${statement.start}`}>
          {statement.title || 'Article without a title'}
        </a>{' '}
        <span>
          {href === null ? (
            statement.outlet
          ) : (
            <a href={href} rel="external noopener noreferrer">
              {statement.outlet}
            </a>
          )}
        </span>{' '}
        <span>{publishedInWords(statement)}</span>{' '}
        {statement.duplicateOf === null ? null : <span>copy of another article</span>}
      </p>
    </article>
  );
}
