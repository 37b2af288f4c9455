import { detectLanguage } from '../../common/language.ts';
import { wordsOfSpans } from '../../common/text/words-of-spans.ts';
import type { DocumentSpeaker } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { StatementSpeaker } from '../../model/speaker.ts';
import type { ExtractedStatement } from '../../model/statement.ts';
import { type Article, readArticle, tokenAt } from './article.ts';
import { collectSpeakers } from './collect-speakers.ts';
import { findCues } from './grammar/cues.ts';
import { findMentions } from './mentions/find-mentions.ts';
import type { Mention, Person } from './mentions/mention.ts';
import { PersonTable } from './mentions/person-table.ts';
import { eachOf } from './resolve/joint.ts';
import { OrganisationIndex } from './resolve/organisation-index.ts';
import { resolveSubject } from './resolve/resolve-subject.ts';
import type { Resolved } from './resolve/resolved.ts';
import { RoleIndex } from './resolve/role-mention.ts';
import { speakerKey } from './resolve/speaker-key.ts';
import { runSieves } from './sieves/run-sieves.ts';
import type { Draft } from './sieves/sieve.ts';
import { trimmed } from './sieves/spans.ts';
import { statementType } from './statement-type.ts';

/** One text in; `bodyStart` is where the article begins behind its dateline, as an offset into `text`. */
export interface StatementsInput {
  text: string;
  title?: string | undefined;
  bodyStart?: number | undefined;
  /** What the feed says of the language, as a tag ("en", "fr-CA"); what the text itself shows is believed rather. */
  language?: string | null | undefined;
}

/** Everything that the text says somebody said, in order, and who they are. */
export interface Statements {
  statements: ExtractedStatement[];
  speakers: DocumentSpeaker[];
}

const LEAST_CONFIDENCE = 0.3;
const LONGEST_TITLE = 500;
const TITLE_CASE = 0.6;
/** So many tokens may stand between a verb and the name that is its object. */
const LONGEST_LEAD = 4;

function textSpan(article: Article, first: number, last: number): { text: string; start: number; end: number } {
  const start = tokenAt(article, first).start;
  const end = tokenAt(article, last).end;
  return { text: article.text.slice(start, end), start, end };
}

/** Spans in order without overlap, the last without its comma: what two rules both gave is given once. */
function apart(text: string, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const before = kept.at(-1);
    if (before === undefined || span.start >= before.end) kept.push({ ...span });
    else before.end = Math.max(before.end, span.end);
  }
  const last = kept.at(-1);
  if (last !== undefined) kept[kept.length - 1] = trimmed(text, last.start, last.end);
  return kept;
}

function toSpeaker(article: Article, found: Resolved | null): StatementSpeaker | null {
  if (found === null) return null;
  const { name, role, affiliation, kind, resolution } = found;
  return {
    id: speakerKey(found),
    name,
    role,
    affiliation,
    kind,
    mention: textSpan(article, found.first, found.last),
    resolution,
  };
}

/** True where the object is nothing but somebody's name or a pronoun: "thanked Ann Roe", "attacked him". */
function isAct(article: Article, { frame, cue }: Draft, spans: readonly Span[]): boolean {
  const [only] = spans;
  if (frame !== 'object' || cue === null || only === undefined || spans.length > 1) return false;
  const words = article.text.slice(only.start, only.end);
  if (/^(?:him|her|them|it|me|us|you|each other|everyone|everybody)$/i.test(words)) return true;
  for (let at = cue.last + 1; tokenAt(article, at).start <= only.start && at <= cue.last + LONGEST_LEAD; at++) {
    const mention = article.mentions[article.mentionAt[at] ?? -1];
    if (mention?.person?.certain === true && tokenAt(article, mention.first).start <= only.start)
      return tokenAt(article, mention.last).end >= only.end;
  }
  return false;
}

/** The statement of a draft, once for each of those who said it together. */
function toStatements(article: Article, draft: Draft, found: Resolved | null): ExtractedStatement[] {
  if (found === null) return [toStatement(article, draft, null)];
  const all = eachOf(found);
  return all.map((one) => {
    const jointWith = all.filter((other) => other !== one).map(({ name }) => name);
    return { ...toStatement(article, draft, one), ...(jointWith.length > 0 ? { jointWith } : {}) };
  });
}

function toStatement(article: Article, draft: Draft, found: Resolved | null): ExtractedStatement {
  const spans = apart(article.text, draft.spans);
  const quotations = draft.quotations.flatMap((index) => article.quotations[index] ?? []);
  const confidence = Math.max(LEAST_CONFIDENCE, draft.confidence - (found?.weakness ?? 0.1));
  return {
    type: draft.verbatim === true ? 'direct' : statementType(spans, quotations),
    text: wordsOfSpans(article.text, spans),
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    spans,
    cue: draft.cue === null ? null : { ...textSpan(article, draft.cue.first, draft.cue.last), lemma: draft.cue.lemma },
    speaker: toSpeaker(article, found),
    saidAt: null,
    saidAtSource: null,
    frame: draft.frame,
    ...(isAct(article, draft, spans) ? { substance: 'act' as const } : {}),
    rule: draft.rule,
    confidence: Math.round(confidence * 100) / 100,
  };
}

/** Full names of a headline whose surname stands alone in the text; headlines with capitals everywhere tell no names. */
function mentionsOfTitle(title: string, known: readonly Mention[]): Mention[] {
  const headline = readArticle(title.slice(0, LONGEST_TITLE));
  const names = headline.tokens.filter(({ kind }) => kind === 'word');
  if (names.filter(({ capital }) => capital).length > names.length * TITLE_CASE) return [];
  findMentions(headline);
  const alone = new Set(known.map(({ name }) => name));
  return headline.mentions
    .filter(
      ({ kind, name }) => kind === 'person' && name.includes(' ') && alone.has(name.slice(name.lastIndexOf(' ') + 1)),
    )
    .map((mention) => ({ ...mention, first: -1, last: -1 }));
}

/** The rules are for English; another language's have their own folder to come. */
function isEnglish(text: string, tag: string | null): boolean {
  const shown = detectLanguage(text) ?? tag?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return shown === 'en' || shown === '' || shown === 'und';
}

/**
 * Finds direct, indirect and mixed statements with their speakers. Offsets are UTF-16 units into `text`, end exclusive; a statement's text is
 * the words of its spans, with an ellipsis where words between them are left out. A text in another language than English gives none. A speaker that can't be told is `null`. Pure, linear in the text, and never throws.
 */
export function extractStatements({ text, title = '', bodyStart = 0, language }: StatementsInput): Statements {
  if (!isEnglish(text, language ?? null)) return { statements: [], speakers: [] };
  const article = readArticle(text, bodyStart);
  findMentions(article);
  const table = new PersonTable([...mentionsOfTitle(title, article.mentions), ...article.mentions]);
  const cues = article.sentences.map((_, index) => findCues(article, index));
  const drafts = runSieves(article, cues);
  const bySentence = new Map<number, Person[]>();
  const organisations = new OrganisationIndex(article.mentions);
  const spoken = new Map<number, Resolved[]>();
  const known = { bySentence, spoken, subjects: new Map(), organisations, roles: new RoleIndex(table.persons) };
  const resolved = drafts.map((draft) => {
    const found = draft.subject === null ? null : resolveSubject(article, draft.subject, known);
    const persons = found === null ? [] : eachOf(found).flatMap(({ person }) => person ?? []);
    if (persons.length > 0) bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), ...persons]);
    if (found !== null) spoken.set(draft.sentence, [...(spoken.get(draft.sentence) ?? []), found]);
    return found;
  });
  return {
    statements: drafts.flatMap((draft, index) => toStatements(article, draft, resolved[index] ?? null)),
    speakers: collectSpeakers(resolved.flatMap((found) => (found === null ? [] : eachOf(found)))),
  };
}
