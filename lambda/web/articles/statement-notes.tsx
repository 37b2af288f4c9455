import type { Child } from 'hono/jsx';
import { TYPE_IN_WORDS } from '../../api/statements/in-words.ts';
import type { ExtractedStatement, Statement } from '../../model/statement.ts';
import { resolutionInWords, ruleInWords } from '../kit/rules-in-words.ts';
import { SpeakerName, SpeakerRole } from '../kit/speaker-name.tsx';
import { confidenceInWords, dayInWords, instantInWords } from '../kit/words.ts';
import { antecedentOf } from './article-marks.ts';

type Noted = ExtractedStatement & Pick<Statement, 'id' | 'correction'>;

/** One numbered note on a statement of a text; open it to see how the rules came to it. */
export function StatementNote(props: { statement: Noted; text: string; focused: boolean; children?: Child }) {
  const { statement, text, focused, children } = props;
  return (
    <li>
      <details name="notes" data-statement={statement.id} open={focused}>
        <summary>
          {statement.speaker === null ? (
            <span class="unknown">Unknown speaker</span>
          ) : (
            <bdi class="speaker" dir="auto">
              {statement.speaker.name}
            </bdi>
          )}{' '}
          <span class="how">
            {TYPE_IN_WORDS[statement.type]}
            {statement.cue ? `, “${statement.cue.text}”` : ''}
          </span>
        </summary>
        <HowKnown statement={statement} text={text} />
        {children}
      </details>
    </li>
  );
}

/** Who said it in which office, why they are thought to be meant, which rule found it, and how sure it is. */
export function HowKnown({ statement, text }: { statement: Noted; text: string }) {
  const { correction } = statement;
  const { speaker, saidAt, saidAtSource, cue } = statement;
  const named = antecedentOf(text, speaker);
  return (
    <dl class="known">
      <dt>Speaker</dt>
      <dd>
        <SpeakerName speaker={speaker} /> <SpeakerRole speaker={speaker} />
      </dd>
      <dt>Why</dt>
      <dd>
        {speaker === null
          ? 'The text does not tell whose words these are, or not plainly enough to say so.'
          : resolutionInWords(speaker, named && text.slice(named.start, named.end))}
      </dd>
      <dt>Rule</dt>
      <dd>
        {ruleInWords(statement.rule)} <code>{statement.rule}</code>
        {cue ? (
          <>
            ; cue “{cue.text}”{cue.lemma === cue.text ? '' : ` (${cue.lemma})`}
          </>
        ) : null}
      </dd>
      {correction === undefined ? null : (
        <>
          <dt>Corrected</dt>
          <dd>
            {correction.corrected.join(' and ')}, by {correction.by}; the rules had said{' '}
            {correction.machine.speaker?.name ?? 'unknown speaker'}
          </dd>
        </>
      )}
      <dt>How sure</dt>
      <dd>
        {confidenceInWords(statement.confidence)} ({statement.confidence.toFixed(2)})
      </dd>
      <dt>Said</dt>
      <dd>{saidInWords(saidAt, saidAtSource)}</dd>
    </dl>
  );
}

function saidInWords(saidAt: string | null, source: ExtractedStatement['saidAtSource']): string {
  if (saidAt === null) return 'nothing tells when';
  const when = saidAt.length === 10 ? dayInWords(saidAt) : instantInWords(saidAt);
  if (source === 'text') return `${when}, as the text says`;
  return source === 'dateline' ? `by ${when}, the day of its dateline` : `by ${when}, when it was published`;
}
