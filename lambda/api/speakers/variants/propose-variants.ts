import { fold } from '../../../common/fold.ts';
import type { Speaker } from '../../../model/speaker.ts';
import { firstSounds, type NameWord, nameWords, skeleton, withoutGluedArticle } from './name-words.ts';
import { type Likeness, sameInitial, sameWord, type VariantReason } from './same-word.ts';

/** What is compared of a speaker. */
export type ComparedSpeaker = Pick<Speaker, 'id' | 'name' | 'kind' | 'roles' | 'statementCount'>;

/** Two speakers whose names may be spellings of one; `speaker` has fewer statements, so it is the one to join to `into`. */
export interface Variant {
  speaker: Pick<Speaker, 'id' | 'name' | 'statementCount'>;
  into: Pick<Speaker, 'id' | 'name' | 'statementCount'>;
  /** From 0 to 1. */
  score: number;
  reasons: VariantReason[];
}

interface Compared {
  speaker: ComparedSpeaker;
  words: NameWord[];
  roles: Set<string>;
}

/** Each speaker is compared with so many of those whose names sound alike, the most quoted ones. */
const MOST_ALIKE = 100;
const LOWEST_SCORE = 0.55;
const MIDDLE_NAME_FACTOR = 0.85;

/**
 * Pairs of persons whose names may be spellings of one, the likeliest first; a proposal for a person to judge, never more. Names of one word are left
 * out, for a surname alone says nothing. Speakers are compared within blocks of one surname's sound, so that time grows with their number only.
 */
export function proposeVariants(speakers: readonly ComparedSpeaker[]): Variant[] {
  const found = new Map<string, Variant>();
  for (const block of blocksOf(speakers).values()) {
    const alike = block.toSorted(mostQuotedFirst).slice(0, MOST_ALIKE);
    for (const [index, into] of alike.entries()) {
      for (const one of alike.slice(index + 1)) {
        const likeness = sameName(one, into);
        if (!likeness || likeness.score < LOWEST_SCORE) continue;
        const variant = { speaker: shown(one), into: shown(into), ...likeness };
        found.set(JSON.stringify([one.speaker.id, into.speaker.id]), variant);
      }
    }
  }
  return [...found.entries()]
    .sort(([keyA, a], [keyB, b]) => b.score - a.score || (keyA < keyB ? -1 : 1))
    .map(([, variant]) => variant);
}

/** Speakers by the sound of their surname and the first sound of their given name. */
function blocksOf(speakers: readonly ComparedSpeaker[]): Map<string, Compared[]> {
  const blocks = new Map<string, Compared[]>();
  for (const speaker of speakers) {
    const words = nameWords(speaker.name);
    const [given, surname] = [words[0], words.at(-1)];
    if (speaker.kind !== 'person' || words.length < 2 || !given || !surname) continue;
    const compared = { speaker, words, roles: new Set(speaker.roles.map(({ text }) => fold(text))) };
    const glued = withoutGluedArticle(surname);
    const surnames = new Set([skeleton(surname), ...(glued ? [skeleton(glued)] : [])]);
    for (const sound of surnames) {
      for (const first of firstSounds(given)) {
        const key = `${sound} ${first}`;
        const block = blocks.get(key) ?? [];
        blocks.set(key, block);
        block.push(compared);
      }
    }
  }
  return blocks;
}

function sameName(one: Compared, other: Compared): Likeness | null {
  const [given, surname] = [one.words[0], one.words.at(-1)];
  const [otherGiven, otherSurname] = [other.words[0], other.words.at(-1)];
  if (!given || !surname || !otherGiven || !otherSurname) return null;
  const parts = [
    sameWord(surname, otherSurname),
    sameWord(given, otherGiven) ?? sameInitial(given, otherGiven),
    sameMiddle(one.words.slice(1, -1), other.words.slice(1, -1)),
  ];
  let score = 1;
  const reasons = new Set<VariantReason>();
  for (const part of parts) {
    if (!part) return null;
    score *= part.score;
    for (const reason of part.reasons) reasons.add(reason);
  }
  if ([...one.roles].some((role) => other.roles.has(role))) {
    score = 1 - (1 - score) / 2;
    reasons.add('same-role');
  }
  return { score: Math.round(score * 100) / 100, reasons: [...reasons] };
}

/** Middle names may be missing on one side; where both have them, they are the same. */
function sameMiddle(one: NameWord[], other: NameWord[]): Likeness | null {
  if (one.length === 0 && other.length === 0) return { score: 1, reasons: [] };
  if (one.length === 0 || other.length === 0) return { score: MIDDLE_NAME_FACTOR, reasons: ['middle-name'] };
  if (one.length !== other.length) return null;
  let all: Likeness = { score: 1, reasons: [] };
  for (const [index, word] of one.entries()) {
    const second = other[index];
    const part = second && (sameWord(word, second) ?? sameInitial(word, second));
    if (!part) return null;
    all = { score: all.score * part.score, reasons: [...all.reasons, ...part.reasons] };
  }
  return all;
}

/** Ids decide between equals, so that the same two are always in the same order. */
function mostQuotedFirst({ speaker: one }: Compared, { speaker: other }: Compared): number {
  return other.statementCount - one.statementCount || (one.id < other.id ? -1 : 1);
}

function shown({ speaker: { id, name, statementCount } }: Compared): Variant['into'] {
  return { id, name, statementCount };
}
