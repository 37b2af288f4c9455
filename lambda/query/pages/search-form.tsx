/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Feed } from '../../model/feed.ts';

/** Parameters that have a field of their own; others that were sent stay as they are. */
const SHOWN = ['speaker', 'q', 'feed', 'from', 'to', 'type'];
const TYPES = [
  ['', 'Any'],
  ['direct', 'Quoted'],
  ['indirect', 'Reported'],
  ['mixed', 'Partly quoted'],
] as const;

/** The search, as a form whose state is the address of the page. */
export function SearchForm({ sent, feeds }: { sent: Record<string, string>; feeds: Pick<Feed, 'id' | 'title'>[] }) {
  const kept = Object.entries(sent).filter(([name]) => name !== 'cursor' && !SHOWN.includes(name));
  const known = feeds.some(({ id }) => id === sent.feed);
  const types = TYPES.some(([type]) => type === (sent.type ?? ''))
    ? TYPES
    : [...TYPES, [sent.type, sent.type] as const];
  const choices = sent.feed && !known ? [...feeds, { id: sent.feed, title: sent.feed }] : feeds;
  return (
    <search>
      <form method="get" action="/" class="search">
        <div>
          <label for="speaker">Speaker</label>
          <input id="speaker" name="speaker" type="text" value={sent.speaker ?? ''} placeholder="any" />
        </div>
        <div>
          <label for="q">Words</label>
          <input id="q" name="q" type="search" value={sent.q ?? ''} />
        </div>
        <div>
          <label for="feed">Feed</label>
          <select id="feed" name="feed">
            <option value="">All feeds</option>
            {choices.map(({ id, title }) => (
              <option value={id} selected={id === sent.feed}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="from">From</label>
          <input id="from" name="from" type={dateField(sent.from)} value={sent.from ?? ''} />
        </div>
        <div>
          <label for="to">To, inclusive</label>
          <input id="to" name="to" type={dateField(sent.to)} value={sent.to ?? ''} />
        </div>
        <div>
          <label for="type">How it was said</label>
          <select id="type" name="type">
            {types.map(([value, name]) => (
              <option value={value} selected={value === (sent.type ?? '')}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <button type="submit">Search</button>
          <a href="/">Clear</a>
        </div>
      </form>
    </search>
  );
}

/** A field for days would drop a moment. */
function dateField(value: string | undefined): 'date' | 'text' {
  return value === undefined || value.length === 10 ? 'date' : 'text';
}
