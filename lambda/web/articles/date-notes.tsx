import type { DateMention } from '../../model/date-mention.ts';
import { DATE_ROLE_IN_WORDS } from '../kit/rules-in-words.ts';
import { dateInWords, dayInWords } from '../kit/words.ts';

/** The dates that a text speaks of, as it words them and as they were read; with the rules where one wants to know. */
export function DateNotes({ dates, showRules = false }: { dates: DateMention[]; showRules?: boolean }) {
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Dates it speaks of</h2>
      <table class="dates">
        <thead>
          <tr>
            <th scope="col">In the text</th>
            <th scope="col">Read as</th>
            <th scope="col">Use</th>
            {showRules ? <th scope="col">Rule</th> : null}
          </tr>
        </thead>
        <tbody>
          {dates.map((date) => (
            <tr>
              <th scope="row">
                <bdi dir="auto">{date.text}</bdi>
              </th>
              <td>{dateInWords(date)}</td>
              <td>{DATE_ROLE_IN_WORDS[date.role]}</td>
              {showRules ? (
                <td>
                  <code>{date.rule}</code>
                  {date.anchor === null ? '' : ` from ${dayInWords(date.anchor)}`}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
