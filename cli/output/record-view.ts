import type { FeedPage } from '../../lambda/api/feeds/rows.ts';
import type { Article } from '../../lambda/api/items/rows.ts';
import type { SpeakerPage } from '../../lambda/api/speakers/rows.ts';
import { readableStatement } from '../../lambda/common/readable-statement.ts';
import type { StatementCorrection } from '../../lambda/model/correction.ts';
import type { Statement } from '../../lambda/model/statement.ts';
import type { Found } from '../find-record.ts';
import type { Terminal } from '../terminal.ts';
import { day, minute } from './cells.ts';
import { extractionLines } from './extraction-view.ts';
import { plain } from './plain.ts';
import { speakersOf } from './speakers-of.ts';

type View = Pick<Terminal, 'columns' | 'colour'>;

/** A record for people: its name, then a line a fact. */
export function recordLines(kind: Found['kind'], record: unknown, view: View, withText: boolean): string[] {
  if (kind === 'items') return articleLines(record as Article, view, withText);
  if (kind === 'speakers') return speakerLines(record as SpeakerPage, view);
  if (kind === 'feeds') return feedLines(record as FeedPage, view);
  return statementLines(record as Statement, view);
}

function facts(title: string, pairs: Record<string, string | number | null | undefined>, { colour }: View): string[] {
  const shown = Object.entries(pairs).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length)) + 2;
  return [
    colour.bold(plain(title)),
    ...shown.map(([name, value]) => `${`${name}:`.padEnd(width)}${plain(String(value))}`),
  ];
}

/** Whose text it is, where that is not simply the feed's. */
function textInWords({ fullText, nextTryAt, warnings }: Article): string | null {
  if (fullText === 'page') return 'of the page that the feed links to';
  if (fullText === 'pending') return `the feed’s own so far; its page is tried next at ${minute(nextTryAt)}`;
  const reason = warnings.find(({ code }) => code.startsWith('page-'))?.message;
  return fullText === 'failed' ? `the feed’s own: ${reason ?? 'its page gave no article'}` : null;
}

function articleLines(item: Article, view: View, withText: boolean): string[] {
  const head = facts(
    item.title,
    {
      id: item.id,
      outlet: item.outlet,
      link: item.url,
      authors: item.authors.join(', '),
      'stored at': minute(item.storedAt),
      'copy of': item.duplicateOf,
      text: textInWords(item),
      language: item.language,
      tags: item.tags.join(', '),
    },
    view,
  );
  const publishedAtSource = item.publishedAt === null ? null : item.publishedAtSource;
  const extraction = { ...item, publishedAtSource, speakers: speakersOf(item.statements) };
  const text = withText ? ['', view.colour.bold('Text'), ...item.contentText.split('\n').map(plain)] : [];
  return [...head, '', ...extractionLines(extraction, view), ...text];
}

function statementLines(statement: Statement, view: View): string[] {
  const { speaker, cue } = statement;
  return facts(
    readableStatement(statement),
    {
      id: statement.id,
      type: statement.type,
      speaker: speaker ? `${speaker.name}${speaker.id ? ` (${speaker.id})` : ''}` : 'unknown',
      role: speaker?.role,
      affiliation: speaker?.affiliation,
      with: statement.jointWith?.join(', '),
      'named as': speaker?.mention.text ? `“${speaker.mention.text}” (${speaker.resolution})` : null,
      corrected: statement.correction && `by ${statement.correction.by}, ${minute(statement.correction.at)}`,
      'rules had': statement.correction && machineInWords(statement.correction.machine),
      cue: cue?.text,
      'said at': statement.saidAt === null ? null : `${statement.saidAt} (from the ${statement.saidAtSource})`,
      published: minute(statement.sortAt),
      rule: `${statement.rule}, confidence ${statement.confidence}`,
      item: statement.itemId,
      link: statement.url,
    },
    view,
  );
}

/** What the rules find where an operator has corrected it. */
function machineInWords({ text, speaker }: StatementCorrection['machine']): string {
  return `“${text}”, ${speaker?.name ?? 'unknown'}`;
}

function speakerLines(speaker: SpeakerPage, view: View): string[] {
  const head = facts(
    speaker.name,
    {
      id: speaker.id,
      note: speaker.note,
      kind: speaker.kind,
      'merged from': speaker.mergedFrom?.join(', '),
      'also as': speaker.aliases.join(', '),
      statements: speaker.statementCount,
      'first seen': day(speaker.firstSeenAt),
      'last seen': day(speaker.lastSeenAt),
    },
    view,
  );
  const roles = speaker.roles.map(({ text, firstSeenAt, lastSeenAt }) =>
    plain(`  ${text} (${day(firstSeenAt)} to ${day(lastSeenAt)})`),
  );
  return [...head, ...(roles.length > 0 ? ['roles:', ...roles] : [])];
}

function feedLines({ state, events, ...feed }: FeedPage, view: View): string[] {
  const head = facts(
    feed.title,
    {
      id: feed.id,
      address: feed.url,
      site: feed.siteUrl,
      folder: feed.folder,
      tags: feed.tags.join(', '),
      'full text': feed.fullText,
      status: state?.status ?? 'new',
      'last poll': minute(state?.lastPollAt),
      'last success': minute(state?.lastSuccessAt),
      'last new item': minute(state?.lastNewItemAt),
      'failing since': state?.failingSince ? minute(state.failingSince) : null,
      error: state?.lastError?.message,
      'next poll': minute(state?.nextPollAt),
      every: state ? `${Math.round(state.intervalMinutes)} minutes` : null,
    },
    view,
  );
  return [
    ...head,
    events.length > 0 ? `events: ${events.length}; \`dateline feeds log ${feed.id}\` shows them` : 'events: none',
  ];
}
