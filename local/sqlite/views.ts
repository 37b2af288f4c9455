/** Whether a record's time is not over. */
const alive = (name: string): string => `(${name}.ttl IS NULL OR ${name}.ttl > CAST(strftime('%s', 'now') AS INTEGER))`;

/** Records whose partition key begins so. */
const of = (name: string, kind: string): string => `${name}.pk >= '${kind}#' AND ${name}.pk < '${kind}$'`;

/** Columns of fields of a record, as `name` or `name: path`. */
function columns(record: string, fields: string): string {
  return fields
    .split(/,\s*/)
    .map((field) => {
      const [name = '', path = camelCase(name)] = field.trim().split(/:\s*/);
      return `json_extract(${record}.record, '$.${path}') AS ${name}`;
    })
    .join(', ');
}

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The item's own record, and the feed's title: of the item that the record `name` belongs to, in the same edition, and no copy of another. */
const joinItem = (name: string, itemId = `json_extract(${name}.record, '$.itemId')`): string => `
  JOIN records AS item ON item.pk = 'ITEM#' || ${itemId} AND item.sk = 'META'
    AND json_extract(item.record, '$.edition') = json_extract(${name}.record, '$.edition')
    AND json_extract(item.record, '$.duplicateOf') IS NULL AND ${alive('item')}
  ${JOIN_FEED}`;

const JOIN_FEED = `LEFT JOIN records AS feed ON feed.pk = 'FEED#' || json_extract(item.record, '$.feedId') AND feed.sk = 'META'`;
const OUTLET = `coalesce(json_extract(feed.record, '$.title'), json_extract(item.record, '$.feedId')) AS outlet`;

/** What the id of a speaker is joined to by an operator's merge, else the id itself. */
const merged = (id: string): string => `coalesce((
    SELECT merge.value FROM records AS merges, json_each(merges.record, '$.into') AS merge
    WHERE merges.pk = 'SPEAKERS' AND merges.sk = 'MERGES' AND merge.key = ${id}), ${id})`;

/** When the first or last mention was, by the counts of the speaker's days; before they are counted, what the record says. */
const seen = (which: 'min' | 'max', name: 'first' | 'last'): string => `coalesce((
    SELECT ${which}(json_extract(day.record, '$.seen.${name}')) FROM records AS day
    WHERE day.pk = 'COUNT#' || speaker.pk AND json_extract(day.record, '$.statements') > 0), json_extract(speaker.record, '$.mentionedAt')) AS ${name}_seen_at`;

const SPEAKER_ID = `json_extract(said.record, '$.speaker.id')`;

const VIEWS: Record<string, string> = {
  // Of the current edition, without what operators have struck; merges are followed.
  statements: `SELECT ${columns('said', 'id, item_id, type, text, speaker: speaker.name')},
    ${merged(SPEAKER_ID)} AS speaker_id,
    ${columns('said', 'role: speaker.role, affiliation: speaker.affiliation, kind: speaker.kind, cue: cue.text, said_at')},
    ${columns('item', 'published_at')}, ${OUTLET}, ${columns('item', 'title, url')},
    ${columns('said', 'confidence, sort_at, feed_id, language, rule')}, ${SPEAKER_ID} AS article_speaker_id,
    ${columns('said', 'saying_id')}, ${columns('item', 'story_id')}
  FROM records AS said ${joinItem('said', `substr(said.pk, 6)`)}
  WHERE ${of('said', 'ITEM')} AND said.sk >= 'STMT#' AND said.sk < 'STMT$'
    AND json_extract(said.record, '$.correction.notAStatement') IS NOT 1 AND ${alive('said')}`,

  items: `SELECT ${columns('item', 'id, feed_id')}, ${OUTLET},
    ${columns('item', 'title, url, canonical_url, guid, authors, summary, tags, language, published_at, published_at_source')},
    ${columns('item', 'updated_at, fetched_at, stored_at, changed_at, sort_at, revision, edition, statement_count')},
    ${columns('item', 'duplicate_of, story_id, full_text, extractor_version, expires_at, warnings')},
    json_extract(body.record, '$.contentText') AS text
  FROM records AS item ${JOIN_FEED}
  LEFT JOIN records AS body ON body.pk = item.pk AND body.sk = 'BODY#' || json_extract(item.record, '$.edition')
  WHERE ${of('item', 'ITEM')} AND item.sk = 'META' AND ${alive('item')}`,

  speakers: `SELECT ${columns('speaker', 'id, name, kind, aliases, roles')},
    ${seen('min', 'first')}, ${seen('max', 'last')},
    ${merged(`json_extract(speaker.record, '$.id')`)} AS merged_id
  FROM records AS speaker WHERE ${of('speaker', 'SPEAKER')} AND speaker.sk = 'META'`,

  feeds: `SELECT ${columns('feed', 'id, url, title, site_url, folder, tags, full_text, paused, created_at')},
    ${columns('state', 'status, interval_minutes, next_poll_at, last_poll_at, last_success_at, last_new_item_at')},
    ${columns('state', 'failing_since, error_count, last_error: lastError.message')}
  FROM records AS feed
  LEFT JOIN records AS state ON state.pk IN (${Array.from({ length: 8 }, (_, n) => `'STATES#${n}'`).join(', ')})
    AND state.sk = substr(feed.pk, 6)
  WHERE ${of('feed', 'FEED')} AND feed.sk = 'META'`,

  // Every date that a text speaks of, of the current edition.
  dates: `SELECT ${columns('body', 'item_id')}, ${[
    'text',
    'start',
    'end',
    'value',
    'granularity',
    'from',
    'to',
    'role',
    'anchor',
    'rule',
    'confidence',
  ]
    .map((name) => `json_extract(date.value, '$.${name}') AS "${name}"`)
    .join(', ')}, ${columns('item', 'published_at')}, ${OUTLET}, ${columns('item', 'title, url')}
  FROM records AS body ${joinItem('body', `substr(body.pk, 6)`)}
  JOIN json_each(body.record, '$.dates') AS date
  WHERE ${of('body', 'ITEM')} AND body.sk >= 'BODY#' AND body.sk < 'BODY$'`,

  // Days that lay ahead when they were published.
  coming_dates: `SELECT ${columns('coming', 'item_id, date, text, start, end, value, granularity')},
    json_extract(coming.record, '$.from') AS "from", json_extract(coming.record, '$.to') AS "to",
    ${columns('coming', 'role, context')}, ${columns('item', 'published_at')}, ${OUTLET}, ${columns('item', 'title, url')}
  FROM records AS coming ${joinItem('coming')}
  WHERE ${of('coming', 'MENTIONED')} AND ${alive('coming')}`,
};

/** Views with real columns, which any tool of SQLite reads; in functions that old versions of it know. */
export const CREATE_VIEWS = Object.entries(VIEWS)
  .map(([name, query]) => `CREATE VIEW ${name} AS ${query.replace(/AS end\b/g, 'AS "end"')}`)
  .join(';\n');
