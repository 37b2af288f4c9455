import { type Article, lowerAt, tokenAt } from '../article.ts';
import type { Frame } from '../lexicon/cue-verbs.ts';
import { DETERMINERS } from '../lexicon/function-words.ts';
import { wordSet } from '../lexicon/words.ts';
import { fits, leadsToSpeech, modifiesNoun, startsClause } from './cue-subject.ts';
import { mainSubject, subjectBefore } from './find-subject.ts';
import { agentOf, quotedBefore, subjectBehind, takesListener } from './later-subject.ts';
import { isNoun, matchCue } from './match-cue.ts';
import { hangsOnPreposition, openingSubject } from './opening-subject.ts';
import { mentionEndingAt, type Subject, subjectOfMention } from './subject.ts';
import { startOfVerbGroup } from './verb-group.ts';
import { isQuoted, stepRight } from './walk.ts';

/** A verb of saying in its sentence. */
export interface Cue {
  first: number;
  last: number;
  /** The token behind which its content is looked for: its own last one, or that of the agent in "asked by Ann Roe". */
  reach: number;
  lemma: string;
  frames: ReadonlySet<Frame>;
  prepositions: ReadonlySet<string>;
  mood: 'finite' | 'participle' | 'infinitive';
  /** First token of the verb group, with its auxiliaries and adverbs. */
  groupFirst: number;
  /** Who speaks, where the subject stands before the verb, alone or shared with a verb before. */
  subject: Subject | null;
  /** True where the subject is that of an earlier verb. */
  shared: boolean;
  /** True where its clause is a subordinate or relative one, which ends at a comma: "As she warned of floods, …". */
  subordinate: boolean;
  /** True where it stands in what an earlier verb of the sentence reports. */
  nested: boolean;
  sentence: number;
}

const GERUND_PREPOSITIONS = wordSet('from of at to for without against about on into than like despite with');
/** What the passive of a verb has no more, since its object is the subject. */
const OBJECT_FRAMES: ReadonlySet<Frame> = new Set<Frame>(['noun', 'naming', 'clause', 'speechNoun']);
const SUBORDINATORS = wordSet('as after when while since because though although before until where once');

/** Verbs whose subject may stand far off, since they are hardly ever said of things. */
const SAYING = wordSet('say tell argue insist complain testify add believe warn claim');
const BEFORE_PARTICIPLE = wordSet('while after before when in by');
/** Forms of have and be, behind which a verb has no bare form. */
const NEVER_BEFORE_BASE = wordSet('has have had is are was were been being');

/** True for a participle that opens its sentence, alone or behind such a word: "Noting the cost, …", "While noting the cost, …". */
function opensSentence(article: Article, at: number, first: number): boolean {
  return at === first || (at === first + 1 && BEFORE_PARTICIPLE.has(lowerAt(article, first)));
}

/** All verbs of saying of a sentence outside of its quotations, with their subjects; what was not said is left out. */
export function findCues(article: Article, sentenceIndex: number): Cue[] {
  const sentence = article.sentences[sentenceIndex];
  const cues: Cue[] = [];
  if (sentence === undefined || article.pointer[sentenceIndex] === 1) return cues;
  const main = lazy(() => mainSubject(article, sentence.first, sentence.last));
  const inherited = (at: number): Subject | null => {
    for (let index = cues.length - 1; index >= 0; index--) {
      const cue = cues[index];
      const found = cue?.mood === 'finite' && !cue.nested ? cue.subject : null;
      // "In a statement released on Monday, Ann Roe left, saying": the statement is no subject
      if (found !== null && (found.kind !== 'phrase' || !hangsOnPreposition(article, found))) return found;
    }
    const subject = main();
    return subject !== null && subject.last < at ? subject : null;
  };
  for (let at = sentence.first; at < sentence.last; at = stepRight(article, at)) {
    if (isQuoted(article, at) || (article.mentionAt[at] ?? -1) >= 0) continue;
    const match = matchCue(article, at);
    if (match === null) continue;
    const group = startOfVerbGroup(article, at, sentence.first);
    const made = {
      first: at,
      last: match.last,
      reach: match.last,
      lemma: match.lemma,
      frames: match.frames,
      prepositions: match.prepositions,
      groupFirst: group.first,
      sentence: sentenceIndex,
      nested: false,
      subordinate: false,
    };
    const before = lowerAt(article, group.first - 1);
    if (match.form === 'ing' && !group.passive) {
      if (DETERMINERS.has(before) || tokenAt(article, at - 1).kind === 'possessive' || group.unreal) continue;
      if (GERUND_PREPOSITIONS.has(before)) continue;
      const quoted = before === 'as' ? quotedBefore(article, group.first - 1, sentence.first) : null;
      if (quoted !== null) {
        cues.push({ ...made, mood: 'finite', subject: quoted, shared: false });
        continue;
      }
      const own = mentionEndingAt(article, group.first - 1);
      const person = own?.kind === 'person' && own.first > sentence.first ? subjectOfMention(own) : null;
      if (person === null && modifiesNoun(article, group.first - 1, sentence.first)) continue;
      const host =
        person ??
        (opensSentence(article, at, sentence.first) ? subjectBehind(article, at, sentence.last) : inherited(at));
      const subject = host === null || fits(article, host, match.form, at, false) ? host : null;
      cues.push({ ...made, mood: 'participle', subject, shared: true });
    } else if (match.form === 'base' && before === 'to') {
      if (group.unreal || !leadsToSpeech(article, group.first - 1, sentence.first)) continue;
      cues.push({ ...made, mood: 'infinitive', subject: inherited(at), shared: true });
    } else if (
      match.form === 'past' &&
      (takesListener(match.frames) || (group.passive && before === 'it' && match.frames.has('clause'))) &&
      !group.unreal &&
      agentOf(article, match.last, sentence.last) !== null
    ) {
      const agent = agentOf(article, match.last, sentence.last);
      const frames = new Set([...match.frames].filter((frame) => !OBJECT_FRAMES.has(frame)));
      const subordinate = at <= sentence.first + 1;
      cues.push({
        ...made,
        frames,
        reach: agent?.last ?? at,
        mood: 'finite',
        subject: agent,
        shared: true,
        subordinate,
      });
    } else {
      if (group.unreal || (group.passive && match.form !== 'ing' && !match.lemma.startsWith('be '))) continue;
      if (isNoun(article, group.first - 1, match)) continue;
      // "she has direct ties" has an adjective
      if (match.form === 'base' && NEVER_BEFORE_BASE.has(lowerAt(article, at - 1))) continue;
      const found = subjectBefore(article, group.first, sentence.first);
      const shared = found === 'shared';
      const carried = shared ? inherited(at) : null;
      const named = found === null || found === 'shared' ? carried : found.subject;
      // a subject that can't speak is none, but another may stand behind the verb: "…, said Ann Roe"
      const aside = lowerAt(article, group.first - 1) === ',';
      const suits = (one: Subject): boolean => fits(article, one, match.form, at, group.first === at);
      const mute = named !== null && !suits(named);
      const wider =
        named?.kind === 'phrase' &&
        !shared &&
        !aside &&
        SAYING.has(match.lemma) &&
        (mute || (named.mention === null && hangsOnPreposition(article, named)))
          ? openingSubject(article, group.first - 1, sentence.first)
          : null;
      const opening = wider !== null && suits(wider) ? wider : null;
      const subject = opening ?? ((shared || aside) && mute ? null : named);
      if (match.form === 'participle') {
        if (group.first === at) continue;
      }
      if (subject !== null && mute && opening === null) continue;
      const opener = lowerAt(article, (shared || subject === null ? group.first : subject.first) - 1);
      if (opener === 'if' || opener === 'unless' || opener === 'whether') continue;
      const relative = lowerAt(article, group.first - 1) === 'who';
      const subordinate = relative || SUBORDINATORS.has(opener);
      const nested =
        !shared &&
        subject !== null &&
        cues.some((cue) => cue.mood === 'finite' && cue.subject !== null && !isAsked(cue, sentence.first)) &&
        !startsClause(article, subject.first, cues.length);
      cues.push({ ...made, mood: 'finite', subject, shared, nested, subordinate });
    }
    at = Math.max(at, match.last);
  }
  return cues;
}

/** True for "When asked by Bo Lee why, …", whose main clause stands behind it. */
function isAsked({ subordinate, shared, first }: Cue, opening: number): boolean {
  return subordinate && shared && first <= opening + 1;
}

function lazy<T>(make: () => T): () => T {
  let value: { made: T } | null = null;
  return () => {
    value ??= { made: make() };
    return value.made;
  };
}
