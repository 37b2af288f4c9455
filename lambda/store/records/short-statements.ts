import { isDeepStrictEqual } from 'node:util';
import { statementIds } from '../../common/statement-id.ts';
import type { Statement } from '../../model/statement.ts';

type Fields = Record<string, unknown>;
type Speaker = NonNullable<Statement['speaker']>;
type Cue = NonNullable<Statement['cue']>;

/** A speaker apart from where it is named. */
type ShortSpeaker = [name: string, id: string | null, kind: string, role: string | null, affiliation: string | null];
/** Words, how far they begin behind the statement, and the lemma: what is left where so many letters are taken away, or itself. */
type ShortCue = [text: string, lemma: number | string, distance: number];
/** Which of the speakers, by what words (those of `MENTIONS`, or others), how far behind the cue or the statement, and how they lead there. */
type ShortMention = [speaker: number, words: number | string, distance: number, resolution?: string];
type ShortStatement = [
  type: number,
  distance: number,
  text: string,
  mention: ShortMention | 0,
  cue: ShortCue | 0,
  rule: string,
  hundredths: number,
  others?: Fields,
];

/** The statements of one revision as they are stored: what they share is said once, places are told from the one before. */
export type ShortStatements = [
  feedId: string,
  url: string | null,
  language: string | null,
  sortAt: string,
  speakers: ShortSpeaker[],
  statements: ShortStatement[],
];

// What is stored has numbers of these.
const TYPES = ['indirect', 'direct', 'mixed'];
const MENTIONS: ((speaker: { name: string; role: string | null }) => string)[] = [
  ({ name }) => name,
  ({ name, role }) => `${role} ${name}`,
  () => 'He',
  () => 'he',
  () => 'She',
  () => 'she',
];

/** The statements, which are of one revision and in text order, without what others, their item or their words tell. */
export function shortenStatements(statements: readonly [Statement, ...Statement[]]): ShortStatements {
  const [{ itemId, revision, feedId, url, language, sortAt }] = statements;
  const speakers: ShortSpeaker[] = [];
  let before = 0;
  const short = statements.map((one): ShortStatement => {
    const distance = one.start - before;
    before = one.start;
    const own: ShortStatement = [
      TYPES.indexOf(one.type),
      distance,
      one.text,
      one.speaker ? mentionOf(one.speaker, speakers, one.cue?.start ?? one.start) : 0,
      one.cue ? cueOf(one.cue, one.start) : 0,
      one.rule,
      Math.round(one.confidence * 100),
    ];
    if (!isDeepStrictEqual(one.spans, [spanOf(one)])) own[7] = { spans: one.spans };
    return own;
  });
  const shared: ShortStatements = [feedId, url, language, sortAt, speakers, short];
  const usual = restoreStatements(shared, { itemId, revision });
  for (const [n, one] of statements.entries()) {
    const others = Object.entries(one).filter(([name, value]) => !isDeepStrictEqual(value, usual[n]?.[name]));
    const stored = short[n];
    if (stored && others.length > 0) stored[7] = { ...stored[7], ...Object.fromEntries(others) };
  }
  return shared;
}

/** The statements as they were, to be checked by their schema. */
export function restoreStatements(
  [feedId, url, language, sortAt, speakers, short]: ShortStatements,
  { itemId, revision }: { itemId: string; revision: number },
): Fields[] {
  const nextId = statementIds(itemId);
  let before = 0;
  return short.map((stored) => {
    const start = before + stored[1];
    before = start;
    const [text, others] = [stored[2], stored[7]];
    const cue = stored[4] === 0 ? null : restoreCue(stored[4], start);
    const spans = (others?.spans ?? [spanOf({ start, text })]) as Statement['spans'];
    const usual = {
      type: TYPES[stored[0]],
      text,
      start,
      end: spans.at(-1)?.end,
      spans,
      cue,
      speaker: stored[3] === 0 ? null : restoreSpeaker(stored[3], speakers, cue?.start ?? start),
      saidAt: sortAt,
      saidAtSource: 'published',
      rule: stored[5],
      confidence: stored[6] / 100,
      id: nextId({ text, cue }),
      itemId,
      revision,
      feedId,
      url,
      sortAt,
      language,
    };
    return others ? Object.assign(usual, others) : usual;
  });
}

const spanOf = ({ start, text }: { start: number; text: string }) => ({ start, end: start + text.length });

function cueOf({ text, start, lemma }: Cue, from: number): ShortCue {
  const isBeginning = text.startsWith(lemma) && lemma !== '';
  return [text, isBeginning ? text.length - lemma.length : lemma, start - from];
}

function restoreCue([text, lemma, distance]: ShortCue, from: number): Cue {
  const start = from + distance;
  const said = typeof lemma === 'number' ? text.slice(0, text.length - lemma) : lemma;
  return { text, start, end: start + text.length, lemma: said };
}

function mentionOf(speaker: Speaker, speakers: ShortSpeaker[], from: number): ShortMention {
  const { name, id, kind, role, affiliation, mention, resolution } = speaker;
  const short: ShortSpeaker = [name, id, kind, role, affiliation];
  const known = speakers.findIndex((one) => isDeepStrictEqual(one, short));
  const usual = MENTIONS.findIndex((tell) => tell(speaker) === mention.text);
  const words = usual === -1 ? mention.text : usual;
  const number = known === -1 ? speakers.push(short) - 1 : known;
  const distance = mention.start - from;
  return resolution === 'explicit' ? [number, words, distance] : [number, words, distance, resolution];
}

function restoreSpeaker(
  [n, words, distance, resolution = 'explicit']: ShortMention,
  speakers: ShortSpeaker[],
  from: number,
) {
  const [name, id, kind, role, affiliation] = speakers[n] ?? ['', null, '', null, null];
  const start = from + distance;
  const text = typeof words === 'number' ? (MENTIONS[words]?.({ name, role }) ?? '') : words;
  return { id, name, role, affiliation, kind, mention: { text, start, end: start + text.length }, resolution };
}
