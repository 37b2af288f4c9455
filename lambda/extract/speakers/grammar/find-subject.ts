import { type Article, lowerAt, tokenAt } from '../article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { AUXILIARIES, BREAKS, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { isRoleHead, NATIONALITIES, ROLE_MODIFIERS } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import { namesInAside } from './names-in-aside.ts';
import { nounPhraseBefore } from './noun-phrase.ts';
import { hangsOnPreposition } from './opening-subject.ts';
import { quantityBefore } from './quantity.ts';
import { mentionEndingAt, type Subject, subjectOfMention } from './subject.ts';
import { isQuoted, stepLeft } from './walk.ts';

/** What stands before a verb: its subject, or that it shares the subject of the verb before. */
export type Found = { subject: Subject } | 'shared' | null;

const NO_SUBJECT_BEFORE = /^(?:of|from|in|at|near|outside|a|an)$/;
const DASH = /^(?:—|–|--)$/;
const COPULAS = wordSet('is are was were be been became becomes remains');
const RELATIVES = wordSet('who that which');
const JOINERS = wordSet('and but or then yet');
const LONGEST_ASIDE = 45;
const ASIDE_OPENERS =
  wordSet(`who whose whom which where when while a an the his her its their one once now formerly himself herself too however meanwhile
  though asked speaking in on at for from with after during of by along like unlike according via through under among amid despite
  both himself herself also himself again per among as following citing referring pointing noting responding appearing standing flanked joined known led held born run seen made`);

/** The subject before the bracket or the comma-enclosed aside that ends at `end`: "X, a doctor," "X (R-Ky.)". */
function beforeAside(article: Article, end: number, lowest: number): Found {
  if (lowerAt(article, end) === ')') {
    for (let at = end - 1; at > lowest && end - at < LONGEST_ASIDE; at--) {
      if (lowerAt(article, at) === '(') return subjectAt(article, at - 1, lowest);
    }
    return null;
  }
  // "On Monday, after the vote, Gov. Ann Roe (R-Ky.), said"
  const bracketed =
    lowerAt(article, end) === ',' && lowerAt(article, end - 1) === ')' ? beforeAside(article, end - 1, lowest) : null;
  if (bracketed !== null && bracketed !== 'shared' && bracketed.subject.mention?.kind === 'person') return bracketed;
  const listed = namesInAside(article, end, lowest);
  if (listed !== null) return { subject: listed };
  for (let at = stepLeft(article, end); at > lowest && end - at < LONGEST_ASIDE; at = stepLeft(article, at)) {
    if (isQuoted(article, at) || !/^(?:,|—|–|--)$/.test(lowerAt(article, at))) continue;
    if (DASH.test(lowerAt(article, end)) && !DASH.test(lowerAt(article, at))) continue;
    const opener = tokenAt(article, at + 1);
    const opens =
      ASIDE_OPENERS.has(opener.lower) ||
      DETERMINERS.has(opener.lower) ||
      isRoleHead(opener.lower) ||
      ROLE_MODIFIERS.has(opener.lower) ||
      NATIONALITIES.has(opener.lower) ||
      opener.kind === 'number' ||
      opener.capital ||
      /(?:ing|ed)$/.test(opener.lower);
    if (!opens) continue;
    const before =
      lowerAt(article, at - 1) === ')' ? beforeAside(article, at - 1, lowest) : subjectAt(article, at - 1, lowest);
    if (before === null || before === 'shared') continue;
    const { subject } = before;
    if (subject.kind === 'pronoun' || subject.mention?.kind === 'place') continue;
    // "Ann Roe, a baker from Kalvik, said"
    if (subject.kind === 'name' && NO_SUBJECT_BEFORE.test(lowerAt(article, subject.first - 1))) continue;
    if (subject.kind !== 'phrase') return before;
    // "Ann Roe, who was a member of the union, a group of bakers, said": the member is told of her
    const lead = lowerAt(article, subject.first - 1);
    if (subject.mention === null && (COPULAS.has(lead) || PREPOSITIONS.has(lead)) && subject.first - 1 > lowest)
      continue;
    // "A spokeswoman for the port, Lena Roe, said": the aside is the name
    const named = mentionEndingAt(article, end - 1);
    if (
      (named?.first === at + 1 || (named?.first === at + 2 && /^(?:the|his|her)$/.test(lowerAt(article, at + 1)))) &&
      (named.kind === 'person' || (named.kind === 'organization' && subject.head === 'some'))
    )
      return { subject: subjectOfMention(named) };
    // "Ann Roe, head of the port, a ferry firm, said": the phrase found is an aside itself
    const owner = lowerAt(article, subject.first - 1) === ',' ? mentionEndingAt(article, subject.first - 2) : null;
    return owner?.kind === 'person' ? { subject: subjectOfMention(owner) } : before;
  }
  return bracketed;
}

function subjectAt(article: Article, last: number, lowest: number): Found {
  const subject = quantityBefore(article, last, lowest) ?? nounPhraseBefore(article, last, lowest);
  return subject === null ? null : { subject };
}

/** The person whose place was found, as in "Ann Roe of Kalvik, who said", or `null`. */
function ownerOfPlace(article: Article, found: Found, lowest: number): Subject | null {
  const place = found === null || found === 'shared' ? null : found.subject.mention;
  if (place === null || place.kind === 'person' || !/^(?:of|from|in|at)$/.test(lowerAt(article, place.first - 1)))
    return null;
  const owner = mentionEndingAt(article, place.first - 2);
  return owner?.kind === 'person' && owner.first >= lowest ? subjectOfMention(owner) : null;
}

/** True for the closing mark of a quotation that has a comma before it. */
function endsWithComma(article: Article, mark: number): boolean {
  const quotation = article.quotations[article.quotationAt[mark] ?? -1];
  return quotation?.last === mark && lowerAt(article, mark - 1) === ',';
}

/** The person whose aside ends in the quotation: "Ann Roe, who calls it “a farce,” said". */
function personBeforeQuote(article: Article, mark: number, lowest: number): Found {
  const found = beforeAside(article, mark, lowest);
  return found !== null && found !== 'shared' && found.subject.mention?.kind === 'person' ? found : null;
}

/** The subject of the verb whose group starts at `first`. */
export function subjectBefore(article: Article, first: number, lowest: number): Found {
  const before = first - 1;
  if (before < lowest) return null;
  const word = lowerAt(article, before);
  if (isQuoted(article, before))
    return endsWithComma(article, before) ? personBeforeQuote(article, before, lowest) : null;
  if (JOINERS.has(word)) return 'shared';
  if (RELATIVES.has(word) && before > lowest) {
    const comma = lowerAt(article, before - 1) === ',';
    // whatever preposition stands before the name: "in the words of Ann Roe, who said"
    const person = mentionEndingAt(article, comma ? before - 2 : before - 1);
    if (word === 'who' && person?.kind === 'person') return { subject: subjectOfMention(person) };
    const antecedent =
      comma && lowerAt(article, before - 2) !== ')'
        ? subjectAt(article, before - 2, lowest)
        : subjectAt(article, before - 1, lowest);
    const owner = word === 'who' ? ownerOfPlace(article, antecedent, lowest) : null;
    if (owner !== null) return { subject: owner };
    // "people who say so" are a sort of people, and no speakers
    if (!comma && antecedent !== null && antecedent !== 'shared' && antecedent.subject.kind === 'phrase') return null;
    if (word === 'who' && antecedent !== null) return antecedent;
    if (word === 'who' && comma) return beforeAside(article, before - 1, lowest);
    return null;
  }
  if (word === ',' || word === ')' || word === '—' || word === '–' || word === '--')
    return beforeAside(article, before, lowest) ?? 'shared';
  return subjectAt(article, before, lowest);
}

/** The subject of the sentence as a whole: its first name, title, pronoun or noun phrase that no preposition precedes. */
export function mainSubject(article: Article, lowest: number, limit: number): Subject | null {
  for (let at = lowest; at < limit; at++) {
    if (isQuoted(article, at)) continue;
    const word = lowerAt(article, at);
    const mention = mentionEndingAt(article, at);
    const after = tokenAt(article, at + 1);
    if (mention !== null && after.kind !== 'possessive') {
      const before = lowerAt(article, mention.first - 1);
      const skip = DETERMINERS.has(before) ? lowerAt(article, mention.first - 2) : before;
      if (
        (mention.kind !== 'place' || (mention.first === lowest && AUXILIARIES.has(after.lower))) &&
        before !== '(' &&
        (mention.first === lowest || !PREPOSITIONS.has(skip)) &&
        (mention.kind === 'person' || !canModify(article, at + 1))
      )
        return subjectOfMention(mention);
      continue;
    }
    if (/^(?:he|she|they|i|we)$/.test(word)) return { kind: 'pronoun', first: at, last: at, mention: null, head: word };
    const verb = AUXILIARIES.has(word) || (/^[a-z]+ed$/.test(word) && at > lowest + 1);
    if (verb && at > lowest && !BREAKS.has(lowerAt(article, at - 1)) && mention === null) {
      const subject = nounPhraseBefore(article, at - 1, lowest);
      if (subject !== null && cueForm(subject.head) === undefined && !hangsOnPreposition(article, subject))
        return subject;
    }
  }
  return null;
}

/** True where the noun at `index` takes the name before it as an adjective: "the Smith campaign". */
function canModify(article: Article, index: number): boolean {
  const token = tokenAt(article, index);
  return (
    token.kind === 'word' &&
    !token.capital &&
    (isRoleHead(token.lower) ||
      /^(?:campaign|administration|government|officials?|supporters?|aides?|allies|rally|speech|ally|team)$/.test(
        token.lower,
      ))
  );
}
