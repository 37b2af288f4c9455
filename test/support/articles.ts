import { slug } from '../../lambda/common/fold.ts';
import { sha256 } from '../../lambda/common/hash.ts';
import type { Feed, FeedState } from '../../lambda/model/feed.ts';
import type { ComingDate, Item } from '../../lambda/model/item.ts';
import type { Statement } from '../../lambda/model/statement.ts';
import type { ItemBundle, SpeakerObservation, WithoutEdition } from '../../lambda/store/store-shapes.ts';

/** What a test says of a statement; the rest follows. */
export interface StatementSpec {
  text: string;
  /** `null` for an unknown speaker. */
  speaker?: string | null;
  role?: string | null;
  kind?: 'person' | 'organization' | 'group' | 'unnamed';
  type?: Statement['type'];
  confidence?: number;
}

/** What a test says of an article; the rest follows. */
export interface ArticleSpec {
  name: string;
  feedId?: string;
  publishedAt?: string | null;
  storedAt?: string;
  title?: string;
  language?: string | null;
  source?: string;
  statements?: StatementSpec[];
  coming?: { date: string; text: string; role?: string }[];
  revision?: number;
  url?: string | null;
  summary?: string;
  tags?: string[];
  expiresAt?: string | null;
}

/** An article as the pipeline would write it. */
export function bundle(spec: ArticleSpec): ItemBundle {
  const feedId = spec.feedId ?? 'harbour-post';
  const storedAt = spec.storedAt ?? spec.publishedAt ?? '2026-03-10T12:00:00Z';
  const publishedAt = spec.publishedAt === undefined ? storedAt : spec.publishedAt;
  const revision = spec.revision ?? 1;
  const id = sha256(feedId, spec.name);
  let contentText = `The story called ${spec.name} begins.`;
  const url = spec.url === undefined ? `https://news.example/${encodeURIComponent(spec.name)}` : spec.url;
  const sortAt = publishedAt !== null && publishedAt < storedAt ? publishedAt : storedAt;
  const statements = (spec.statements ?? []).map((each): WithoutEdition<Statement> => {
    const speaker = each.speaker === undefined ? 'Ada Okonkwo' : each.speaker;
    contentText += `\n“`;
    const start = contentText.length;
    contentText += `${each.text}” `;
    const end = start + each.text.length;
    const cueStart = contentText.length;
    contentText += 'said ';
    const mentionStart = contentText.length;
    contentText += `${speaker ?? 'someone'}.`;
    const kind = each.kind ?? 'person';
    return {
      id: sha256(id, each.text),
      itemId: id,
      feedId,
      url,
      sortAt,
      language: spec.language === undefined ? 'en' : spec.language,
      type: each.type ?? 'direct',
      text: each.text,
      start,
      end,
      spans: [{ start, end }],
      cue: { text: 'said', start: cueStart, end: cueStart + 4, lemma: 'say' },
      speaker:
        speaker === null
          ? null
          : {
              id: kind === 'person' || kind === 'organization' ? slug(speaker) : null,
              name: speaker,
              role: each.role ?? null,
              affiliation: null,
              kind,
              mention: { text: speaker, start: mentionStart, end: mentionStart + speaker.length },
              resolution: 'explicit',
            },
      saidAt: null,
      saidAtSource: null,
      rule: 'quote-said-name',
      confidence: each.confidence ?? 0.9,
    };
  });
  const title = spec.title ?? `Title of ${spec.name}`;
  const item: WithoutEdition<Item> = {
    id,
    feedId,
    guid: spec.name,
    url,
    canonicalUrl: url,
    title,
    authors: [],
    summary: spec.summary ?? '',
    contentText,
    contentHtml: null,
    language: spec.language === undefined ? 'en' : spec.language,
    ...(spec.source !== undefined && { source: spec.source }),
    tags: spec.tags ?? [],
    enclosures: [],
    publishedAt,
    publishedAtSource: publishedAt === null ? 'fetched' : 'feed',
    publishedAtOffset: 0,
    publishedAtRaw: publishedAt,
    updatedAt: null,
    fetchedAt: storedAt,
    storedAt,
    changedAt: storedAt,
    sortAt,
    feedHash: sha256(title, contentText),
    contentHash: sha256(contentText),
    revision,
    revisionsThatDay: revision,
    dateline: null,
    duplicateOf: null,
    fullText: 'feed',
    extractorVersion: 1,
    statementCount: statements.length,
    warnings: [],
    expiresAt: spec.expiresAt ?? null,
  };
  const comingDates = (spec.coming ?? []).map(({ date, text, role }, index): WithoutEdition<ComingDate> => {
    const start = Math.min(index, contentText.length);
    const span = { text, start, end: start + text.length, value: date, granularity: 'day', from: date };
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const context = `The meeting is on ${text}.`;
    return {
      ...span,
      to: next,
      role: role ?? 'scheduled',
      itemId: id,
      feedId,
      title,
      sortAt,
      date,
      context,
    };
  });
  return { item, dates: [], comingDates, statements, previous: null };
}

/** What the pipeline would record of the speakers of an article. */
export function observations({ item, statements }: ItemBundle): SpeakerObservation[] {
  return statements.flatMap(({ speaker }) =>
    speaker?.id
      ? [
          {
            id: speaker.id,
            name: speaker.name,
            kind: speaker.kind,
            aliases: [],
            role: speaker.role,
            seenAt: item.sortAt,
          },
        ]
      : [],
  );
}

/** A subscribed feed. */
export function feed(id: string, title: string, more: Partial<Feed> = {}): Feed {
  return {
    id,
    url: `https://${id}.example/feed.xml`,
    title,
    siteUrl: `https://${id}.example/`,
    folder: null,
    tags: [],
    fullText: 'never',
    paused: false,
    createdAt: '2026-01-01T00:00:00Z',
    ...more,
  };
}

/** A feed's state that fails since a day. */
export function failingState(state: FeedState, message: string): FeedState {
  return {
    ...state,
    status: 'failing',
    lastPollAt: '2026-03-15T11:00:00Z',
    lastSuccessAt: '2026-03-13T10:00:00Z',
    failingSince: '2026-03-14T10:00:00Z',
    errorCount: 7,
    lastError: { code: 'http-status', message },
    nextPollAt: '2026-03-15T14:00:00Z',
  };
}
