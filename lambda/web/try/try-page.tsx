import { roleInWords } from '../../api/speakers/role-in-words.ts';
import type { Extraction } from '../../model/extraction.ts';
import { marksOf } from '../articles/article-marks.ts';
import { ArticleText, Legend } from '../articles/article-text.tsx';
import { DateNotes } from '../articles/date-notes.tsx';
import { StatementNote } from '../articles/statement-notes.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { counted, dayInWords, instantInWords } from '../kit/words.ts';

/** What was pasted. */
export interface TryInput {
  text: string;
  title: string;
  /** A day, as `2026-11-25`, or empty. */
  published: string;
}

/** The most characters of a text that are read. */
export const LONGEST_TRIED = 100_000;

interface Props {
  input: TryInput;
  /** `null` before anything was pasted. */
  found: Extraction | null;
  frame: Frame;
}

/** A text to paste, and all that the rules find in it. */
export function TryPage({ input, found, frame }: Props) {
  return (
    <Layout title="Try it" here="/try" frame={frame}>
      <header class="headline">
        <h1>Try it</h1>
        <p class="detail">
          Paste an article and see who says what in it, which dates it speaks of, and which rules decided. Nothing of it
          is kept.
        </p>
      </header>
      <form method="post" action="/try#found" class="try">
        <div>
          <label for="text">Text, at most {LONGEST_TRIED.toLocaleString('en')} characters</label>
          <textarea
            id="text"
            name="text"
            rows={found === null ? 12 : 5}
            maxlength={LONGEST_TRIED}
            required
            dir="auto"
            data-search
          >
            {input.text}
          </textarea>
        </div>
        <div class="fields">
          <div class="wide">
            <label for="title">Title, if it has one</label>
            <input id="title" name="title" type="text" maxlength={300} value={input.title} dir="auto" />
          </div>
          <div>
            <label for="published">Published on</label>
            <input id="published" name="published" type="date" value={input.published} />
          </div>
          <div class="buttons">
            <button type="submit">Read it</button>
          </div>
        </div>
      </form>
      {found === null ? null : <Found text={input.text} found={found} />}
    </Layout>
  );
}

function Found({ text, found }: { text: string; found: Extraction }) {
  const statements = found.statements.map((statement, index) => ({ ...statement, id: String(index + 1) }));
  const marks = marksOf({ contentText: text, statements, dates: found.dates, dateline: found.dateline });
  return (
    <div id="found" data-article>
      <p class="tally">
        {counted(found.statements.length, 'statement')}, {counted(found.speakers.length, 'speaker')},{' '}
        {counted(found.dates.length, 'date')}
      </p>
      <div class="columns">
        <div>
          <Legend marks={marks} />
          <ArticleText
            text={text}
            marks={marks}
            language={null}
            ids={statements.map(({ id }) => id)}
            focused={null}
            hrefOf={(id) => `#note-${id}`}
          />
        </div>
        <aside>
          <Opening found={found} />
          <section aria-labelledby="speakers">
            <h2 id="speakers">Who says what</h2>
            {statements.length === 0 ? (
              <p>No statement was found: no words that an article lets someone say, with a cue such as “said”.</p>
            ) : null}
            <ol class="notes">
              {statements.map((statement) => (
                <StatementNote statement={statement} text={text} focused={statements.length === 1} />
              ))}
            </ol>
          </section>
          <SpeakerTable speakers={found.speakers} />
          <DateNotes dates={found.dates} showRules />
        </aside>
      </div>
    </div>
  );
}

function Opening({ found: { dateline, publishedAt, publishedAtSource } }: { found: Extraction }) {
  if (dateline === null && publishedAt === null) return null;
  const parts = [dateline?.place, dateline?.date && dayInWords(dateline.date), dateline?.agency, dateline?.syndicator];
  return (
    <section aria-labelledby="opening">
      <h2 id="opening">Where and when it was written</h2>
      <dl class="known">
        <dt>Dateline</dt>
        <dd dir="auto">{dateline === null ? 'none' : parts.filter(Boolean).join(', ')}</dd>
        <dt>Published</dt>
        <dd>
          {publishedAt === null
            ? 'nothing tells'
            : `${instantInWords(publishedAt)}${publishedAtSource === 'dateline' ? ', by its dateline' : ''}`}
        </dd>
      </dl>
    </section>
  );
}

function SpeakerTable({ speakers }: { speakers: Extraction['speakers'] }) {
  if (speakers.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">Speakers</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Also</th>
            <th scope="col" class="number">
              Statements
            </th>
          </tr>
        </thead>
        <tbody>
          {speakers.map(({ name, role, affiliation, aliases, statements }) => (
            <tr>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td dir="auto">{roleInWords({ role, affiliation })}</td>
              <td dir="auto">{aliases.join(', ')}</td>
              <td class="number">{statements}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
