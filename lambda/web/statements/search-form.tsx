import type { Feed } from '../../model/feed.ts';
import { Select } from '../kit/select.tsx';
import { LOWEST_CONFIDENCES, TYPE_IN_WORDS } from '../kit/words.ts';

type Sent = Record<string, string>;
type Choice = readonly [value: string, name: string];

/** Parameters that have a field of their own; others that were sent stay as they are. */
const SHOWN = ['q', 'speaker', 'role', 'feed', 'type', 'minConfidence', 'from', 'to', 'includeDuplicates'];
const BEHIND = ['role', 'feed', 'type', 'minConfidence', 'includeDuplicates'];

/** The search, as a form whose state is the address of the page. */
export function SearchForm({ sent, feeds }: { sent: Sent; feeds: Pick<Feed, 'id' | 'title'>[] }) {
  const kept = Object.entries(sent).filter(([name]) => name !== 'cursor' && !SHOWN.includes(name));
  return (
    <search>
      <form method="get" action="/" class="search">
        <div class="wide">
          <label for="q">Words</label>
          <input id="q" name="q" type="search" value={sent.q ?? ''} data-search />
        </div>
        <div class="wide">
          <label for="speaker">Speaker</label>
          <input id="speaker" name="speaker" type="text" value={sent.speaker ?? ''} />
        </div>
        <div>
          <label for="from">From</label>
          <input id="from" name="from" type={dateField(sent.from)} value={sent.from ?? ''} />
        </div>
        <div>
          <label for="to">To, inclusive</label>
          <input id="to" name="to" type={dateField(sent.to)} value={sent.to ?? ''} />
        </div>
        <div class="buttons">
          <button type="submit">Search</button>
          <a href="/">Clear</a>
        </div>
        <details class="more" open={BEHIND.some((name) => sent[name] !== undefined)}>
          <summary>More filters</summary>
          <div class="fields">
            <div>
              <label for="role">Role or house</label>
              <input id="role" name="role" type="text" value={sent.role ?? ''} />
            </div>
            <Select
              name="feed"
              label="Outlet"
              sent={sent}
              choices={[['', 'All outlets'], ...feeds.map(({ id, title }): Choice => [id, title])]}
            />
            <Select
              name="type"
              label="How it was said"
              sent={sent}
              choices={[['', 'In any way'], ...Object.entries(TYPE_IN_WORDS)]}
            />
            <Select
              name="minConfidence"
              label="How sure the rules are"
              sent={sent}
              choices={[['', 'All'], ...LOWEST_CONFIDENCES]}
            />
            <Select
              name="includeDuplicates"
              label="Copies of articles"
              sent={sent}
              choices={[
                ['', 'Left out'],
                ['true', 'Shown'],
              ]}
            />
          </div>
        </details>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </form>
    </search>
  );
}

/** A field for days would drop a moment. */
function dateField(value: string | undefined): 'date' | 'text' {
  return value === undefined || value.length === 10 ? 'date' : 'text';
}
