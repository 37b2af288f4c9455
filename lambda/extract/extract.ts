import { type VisibleText, visibleText } from '../common/text/invisible.ts';
import type { DateMention, TimeMention } from '../model/date-mention.ts';
import type { Extraction, ExtractionInput, ExtractionWithDurations } from '../model/extraction.ts';
import type { ExtractedStatement } from '../model/statement.ts';
import { extractDateline } from './dateline/extract-dateline.ts';
import { extractDates } from './dates/extract-dates.ts';
import { type Publication, readMoment, readPublication } from './publication.ts';
import { dayOfSaying } from './said-at.ts';
import { extractStatements } from './speakers/extract-statements.ts';

function dated(
  text: string,
  statement: ExtractedStatement,
  dates: DateMention[],
  publication: Publication,
): ExtractedStatement {
  const day = dayOfSaying(text, statement, dates);
  if (day !== null) return { ...statement, saidAt: day, saidAtSource: 'text' };
  const { publishedAt, publishedAtSource } = publication;
  if (publishedAt === null) return { ...statement, saidAt: null, saidAtSource: null };
  return {
    ...statement,
    saidAt: publishedAt,
    saidAtSource: publishedAtSource === 'dateline' ? 'dateline' : 'published',
  };
}

interface Parts {
  extraction: Omit<Extraction, 'dates'>;
  dates: TimeMention[];
}

/** The same with every `start`, `end` and `bodyStart` as a place in the text with its invisible characters. */
function replaced<T>(value: T, visible: VisibleText): T {
  if (Array.isArray(value)) return value.map((one) => replaced(one, visible)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (typeof one === 'number' && (key === 'start' || key === 'bodyStart')) return [key, visible.start(one)];
      if (typeof one === 'number' && key === 'end') return [key, visible.end(one)];
      return [key, replaced(one, visible)];
    }),
  ) as T;
}

/** Reads the text without what nobody sees in it; offsets are of the text as given. */
function read(input: ExtractionInput, durations: boolean): Parts {
  const visible = visibleText(input.text);
  if (visible === null) return readVisible(input, durations);
  return replaced(readVisible({ ...input, text: visible.text }, durations), visible);
}

function readVisible(input: ExtractionInput, durations: boolean): Parts {
  const { text, title, language = null, country = null } = input;
  const dateline = extractDateline({ text, publishedAt: readMoment(input.publishedAt) ?? readMoment(input.fetchedAt) });
  const bodyStart = dateline?.bodyStart ?? 0;
  const publication = readPublication(input, dateline);
  const asked = { text, anchor: publication.anchor, bodyStart, language, country };
  const dates: TimeMention[] = durations ? extractDates({ ...asked, durations }) : extractDates(asked);
  // The dateline's own day is that of publication, not of saying.
  const inBody = dates.filter(isDate).filter((date) => date.start >= bodyStart);
  const { statements, speakers } = extractStatements({ text, title, bodyStart, language });
  const { publishedAt, publishedAtSource, anchor: ownDay } = publication;
  const saidAt = statements.map((statement) => dated(text, statement, inBody, publication));
  return { extraction: { dateline, publishedAt, publishedAtSource, ownDay, speakers, statements: saidAt }, dates };
}

function isDate(mention: TimeMention): mention is DateMention {
  return 'role' in mention;
}

/**
 * Reads from one text its dateline, when it was published, the dates it speaks of, and who said what when. Relative dates
 * are resolved against the feed's timestamp, else the dateline's day, else the time of fetching; timestamps that are no
 * RFC 3339 day or moment count as absent. Offsets are UTF-16 units into `text`, end exclusive. Linear in the text; never throws.
 */
export function extract(input: ExtractionInput): Extraction {
  const { extraction, dates } = read(input, false);
  return { ...extraction, dates: dates.filter(isDate) };
}

/** The same with lengths of time (`P3D`) and repeated days among the dates, in reading order. */
export function extractWithDurations(input: ExtractionInput): ExtractionWithDurations {
  const { extraction, dates } = read(input, true);
  return { ...extraction, dates };
}
