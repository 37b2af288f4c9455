import type { Statement } from '../../model/statement.ts';
import { links } from '../kit/links.ts';
import { SpeakerName, SpeakerRole } from '../kit/speaker-name.tsx';
import { instantInWords } from '../kit/words.ts';

/** What a reader had typed into the form before it was refused. */
export interface TypedCorrection {
  what?: string | undefined;
  name?: string | undefined;
  role?: string | undefined;
  words?: string | undefined;
  note?: string | undefined;
}

/** What an operator has corrected, with what the rules had said. */
export function CorrectionNote({ statement, mayChange }: { statement: Statement; mayChange: boolean }) {
  const { correction } = statement;
  if (correction === undefined) return null;
  const { machine } = correction;
  return (
    <section aria-labelledby="corrected" class="corrected">
      <h2 id="corrected">
        {correction.notAStatement ? 'Struck: not a statement' : `Corrected: ${correction.corrected.join(' and ')}`}
      </h2>
      <p class="detail">
        By {correction.by}, <time datetime={correction.at}>{instantInWords(correction.at)}</time>
        {correction.note === null ? '' : `: ${correction.note}`}
      </p>
      <p>
        The rules had said: <SpeakerName speaker={machine.speaker} /> <SpeakerRole speaker={machine.speaker} />
      </p>
      {machine.text === statement.text ? null : <blockquote dir="auto">{machine.text}</blockquote>}
      {mayChange ? (
        <form method="post" action={`${links.statement(statement)}/withdraw`}>
          <button type="submit" class="quiet">
            Take the correction back
          </button>
        </form>
      ) : null}
    </section>
  );
}

interface FormProps {
  statement: Statement;
  typed: TypedCorrection;
  /** Why it was refused. */
  problem: string | null;
}

/** Says who really said it, that nobody knows, which words it really are, or that it is no statement. */
export function CorrectionForm({ statement, typed, problem }: FormProps) {
  const choices = [
    ['speaker', 'Somebody else said it'],
    ['unknown', 'Nobody can tell who said it'],
    ['words', 'The words are wrong'],
    ['not-a-statement', 'It is not a statement'],
  ] as const;
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">Wrong? Correct it</h2>
      {problem === null ? null : (
        <p class="note errors" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action={`${links.statement(statement)}/correct#correct`} class="correct">
        <fieldset>
          <legend>What is wrong</legend>
          {choices.map(([value, label]) => (
            <label>
              <input type="radio" name="what" value={value} required checked={value === (typed.what ?? 'speaker')} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
        <div class="stacked">
          <label for="name">The speaker’s whole name</label>
          <input id="name" name="name" type="text" maxlength={160} value={typed.name ?? ''} dir="auto" />
          <label for="role">Role, if the article tells it</label>
          <input id="role" name="role" type="text" maxlength={160} value={typed.role ?? ''} dir="auto" />
        </div>
        <div class="stacked">
          <label for="words">The right words, as they stand in the article</label>
          <textarea id="words" name="words" rows={4} maxlength={5000} dir="auto">
            {typed.words ?? statement.text}
          </textarea>
        </div>
        <div class="stacked">
          <label for="note">Note, for those who ask why</label>
          <input id="note" name="note" type="text" maxlength={500} value={typed.note ?? ''} dir="auto" />
          <p>
            <button type="submit">Correct</button>
          </p>
        </div>
      </form>
      <p class="detail">A correction outlives every later reading of the article, and can be taken back.</p>
    </section>
  );
}
