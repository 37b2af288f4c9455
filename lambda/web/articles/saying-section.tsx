import type { Saying } from '../../api/statements/get-saying.ts';
import { links } from '../kit/links.ts';
import { SpeakerName } from '../kit/speaker-name.tsx';
import { SpokenWords } from '../kit/spoken-words.tsx';
import { counted } from '../kit/words.ts';
import { type SayingPart, wordingsOf } from './saying-parts.ts';
import { FirstIn, type Printed, Timeline } from './timeline.tsx';

/** Where a saying was printed, and whom outlets name as its speaker. */
export interface SayingView extends Saying {
  sayingId: string;
  /** More than one where the places that are shown name different ones. */
  speakers: SayingPart[];
}

/** Wordings and outlets that are shown. */
const SHOWN = 12;

/** Where the words of a statement were printed, in which wordings, and by whom outlets say that they are. */
export function SayingSection({ saying, itemId }: { saying: SayingView; itemId: string }) {
  const { sayingId, speakers, rows, times, outlets } = saying;
  if (rows.length < 2) return null;
  const wordings = wordingsOf(rows);
  const printed = rows.map(
    (row, index): Printed => ({
      ...row,
      href: links.statement(row),
      note: index === 0 ? 'first' : row.duplicateOf === null ? '' : 'copy',
      isCurrent: row.itemId === itemId,
    }),
  );
  return (
    <section aria-labelledby="saying">
      <h2 id="saying">Said once, printed {counted(times, 'time')}</h2>
      <p class="detail">
        Printed <FirstIn printed={printed} times={times} outlets={outlets} />.{' '}
        <a href={links.saying(sayingId)}>{times > rows.length ? `All ${times} as a list` : 'As a list'}</a>
      </p>
      {speakers.length < 2 ? null : (
        <div class="note" role="note">
          <p>Outlets name different speakers:</p>
          <ul>
            {speakers.map((part) => (
              <li>
                <SpeakerName speaker={part.rows[0]?.speaker ?? null} /> in <Outlets rows={part.rows} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Timeline printed={printed} />
      {wordings.length < 2 ? null : (
        <>
          <h3>{wordings.length} wordings</h3>
          <ul class="wordings">
            {wordings.slice(0, SHOWN).map((part) => (
              <Wording rows={part.rows} />
            ))}
          </ul>
          {wordings.length > SHOWN ? <p class="detail">And {wordings.length - SHOWN} more.</p> : null}
        </>
      )}
    </section>
  );
}

function Wording({ rows }: SayingPart) {
  const [first] = rows;
  return first ? (
    <li>
      <SpokenWords statement={first} language={first.language} />
      <p class="detail">
        <Outlets rows={rows} />
      </p>
    </li>
  ) : null;
}

/** Their names, each a link to the statement there. */
function Outlets({ rows }: SayingPart) {
  const byOutlet = [...new Map(rows.toReversed().map((row) => [row.feedId, row])).values()].reverse();
  return (
    <>
      {byOutlet.slice(0, SHOWN).map((row, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a href={links.statement(row)}>
            <bdi dir="auto">{row.outlet}</bdi>
          </a>
        </>
      ))}
      {byOutlet.length > SHOWN ? ` and ${byOutlet.length - SHOWN} more` : ''}
    </>
  );
}
