import { TYPE_IN_WORDS } from '../../api/statements/in-words.ts';
import type { StatementRow } from '../../api/statements/rows.ts';
import { links } from './links.ts';
import { JointSpeakers, SpeakerName, SpeakerRole } from './speaker-name.tsx';
import { SpokenWords } from './spoken-words.tsx';
import { confidenceInWords, dayInWords } from './words.ts';

/** A statement as lists show it, below its article: who (unless all are of one speaker), the words, how they are known. */
export function StatementEntry({ statement, ofSpeaker }: { statement: StatementRow; ofSpeaker: boolean }) {
  const { saidAt, saidAtSource, publishedAt } = statement;
  const day = saidAt?.slice(0, 10);
  return (
    <article class="statement" data-entry>
      <header>
        {ofSpeaker ? null : (
          <h4>
            <SpeakerName speaker={statement.speaker} />
          </h4>
        )}
        <SpeakerRole speaker={statement.speaker} /> <JointSpeakers jointWith={statement.jointWith} />
      </header>
      <SpokenWords statement={statement} language={statement.language} />
      <p class="how">
        <span>
          {TYPE_IN_WORDS[statement.type]}
          {statement.cue ? <span class="cue"> “{statement.cue.text}”</span> : null}
        </span>
        <span>{confidenceInWords(statement.confidence)}</span>
        {statement.correction === undefined ? null : <span class="copies">corrected</span>}
        {day !== undefined && saidAtSource === 'text' && day !== publishedAt?.slice(0, 10) ? (
          <span>
            said <time datetime={saidAt ?? undefined}>{dayInWords(day)}</time>
          </span>
        ) : null}
        <span>
          <a data-open href={links.inArticle(statement)}>
            in its text<span class="unseen">: {start(statement.text)}</span>
          </a>
        </span>
        {statement.sayingId === undefined ? null : (
          <span>
            <a href={`${links.statement(statement)}#saying`}>
              where else<span class="unseen">: {start(statement.text)}</span>
            </a>
          </span>
        )}
        <span>
          <a href={links.statement(statement)}>
            cite<span class="unseen">: {start(statement.text)}</span>
          </a>
        </span>
      </p>
    </article>
  );
}

function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
