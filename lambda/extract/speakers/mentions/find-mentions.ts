import { type Article, lowerAt, tokenAt } from '../article.ts';
import { DETERMINERS } from '../lexicon/function-words.ts';
import { ORGANISATION_HEADS } from '../lexicon/organisations.ts';
import { isPeople, isRoleHead, NATIONALITIES } from '../lexicon/roles.ts';
import { readApposition, readLeadingApposition } from './appositions.ts';
import type { Mention } from './mention.ts';
import { isHouse, kindOf } from './mention-kind.ts';
import { findNameRuns, type NameRun } from './name-runs.ts';
import { roleBefore, roleText, type SplitRun, splitRun } from './split-role.ts';

/** Acronyms of a sort of thing, which name none of them. */
const GENERIC = /^(?:TV|PAC|CEO|PM|AM|VIP|GDP|DVD|ID|IQ|IT|PR|UFO|NGO|MBA|PhD|HIV|DNA|Web|Internet)$/;
const LOCATIVE = /^(?:in|at|near|from|of|outside|to)$/;
const PARTY_WORDS =
  /^(?:republican|democratic|democrat|communist|conservative|liberal|labour|green|libertarian|christian|muslim|jewish|catholic|islamic|internet|tuesday)$/;

/** A nickname in quotation marks inside a name, as in: William "Bill" Roe. */
const NICKNAME = /(?:["“”‘]|'')\p{Lu}[\p{L}.-]*(?:["”’]|'')\s+/gu;

/** What follows a name of two words or more to tell an honour or a degree: "Helen Adebayo KC". */
const AFTER_NAME = /^(?:KC|QC|OBE|MBE|CBE|PhD|Esq\.?)$/u;

/** What tells whether an office is still held, before its capitals: "former Kalvik Mayor Ann Roe". */
const STATUS = /^(?:former|ex|then|onetime|acting|interim|outgoing|incoming|retired|ousted)$/;

function withoutHonours(name: string): string {
  const words = name.split(' ');
  return words.length > 2 && AFTER_NAME.test(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : name;
}

function nameOf(article: Article, first: number, last: number): string {
  const from = tokenAt(article, first);
  const name = article.text.slice(from.start, tokenAt(article, last).end).replace(NICKNAME, '').replace(/\s+/g, ' ');
  return withoutHonours(name);
}

/** Given names that are words too, and name a thing behind an article or a bracket: "the Bill", "Ferries (Amendment) Bill". */
const THINGS =
  /^(?:bill|will|grant|rose|grace|hope|faith|art|mark|may|page|chase|summer|dawn|gene|jack|miles|penny|rich|frank|pat|rob|sue|drew|christian|joy|victor|major|dean|guy|lance|cliff|crystal|amber|ruby)$/;

function isThing(article: Article, index: number): boolean {
  if (!THINGS.test(lowerAt(article, index))) return false;
  const before = lowerAt(article, index - 1);
  return before === ')' || DETERMINERS.has(before);
}

/** The office in "Senator the Hon. Ann Roe", or `null`. */
function officeBeforeHonour(article: Article, first: number): Mention | null {
  if (lowerAt(article, first - 1) !== 'the') return null;
  const office = article.mentions.at(-1);
  return office?.kind === 'role' && office.last === first - 2 ? office : null;
}

const wholeName = ({ first, last }: NameRun): SplitRun => ({
  roleFirst: -1,
  roleLast: -1,
  nameFirst: first,
  nameLast: last,
  gender: null,
});

/** Finds names and titles, with the roles that stand before and behind them, into `article.mentions` and `article.mentionAt`. */
export function findMentions(article: Article): void {
  for (const run of findNameRuns(article)) {
    const sentence = article.sentences[article.sentenceAt[run.first] ?? -1];
    const lowest = sentence?.first ?? run.first;
    const split = isHouse(article, run) ? wholeName(run) : splitRun(article, run);
    let { roleFirst, roleLast, nameFirst, nameLast } = split;
    const gender = split.gender;
    const styled = split.style === undefined ? {} : { style: split.style };
    const single = lowerAt(article, run.first);
    if (run.first === run.last && GENERIC.test(tokenAt(article, run.first).text)) continue;
    if (run.first === run.last && isThing(article, run.first)) continue;
    if (run.first === run.last && (NATIONALITIES.has(single) || PARTY_WORDS.test(single) || isPeople(single))) continue;
    if (nameFirst < 0) {
      const first = DETERMINERS.has(lowerAt(article, run.first - 1)) ? run.first - 1 : run.first;
      add(article, {
        first,
        last: run.last,
        nameFirst: run.first,
        nameLast: run.last,
        name: nameOf(article, run.first, run.last),
        kind: 'role',
        role: roleFirst < 0 ? nameOf(article, run.first, run.last) : nameOf(article, roleFirst, roleLast),
        affiliation: null,
        gender,
        ...styled,
        person: null,
      });
      continue;
    }
    // a lower-case head behind capitals: "the Clinton campaign", "a White House official"; the noun phrase is read when it is needed
    const lead = roleFirst < 0 ? roleBefore(article, run.first, lowest) : -1;
    if (lead >= 0) {
      roleFirst = lead;
      roleLast = run.first - 1;
    } else if (roleFirst === run.first) {
      const earlier = roleBefore(article, run.first, lowest);
      if (earlier >= 0) roleFirst = earlier;
      else if (STATUS.test(lowerAt(article, run.first - 1)) && run.first > lowest) roleFirst = run.first - 1;
    }
    const name = nameOf(article, nameFirst, nameLast);
    const titled = roleFirst >= 0 || nameFirst > run.first;
    const kind = kindOf(article, nameFirst, nameLast, name, titled);
    const person = kind === 'person' || kind === 'unknown';
    const head = lowerAt(article, run.last + 1);
    if (
      kind === 'unknown' &&
      !titled &&
      (isRoleHead(head) || ORGANISATION_HEADS.has(head)) &&
      !tokenAt(article, run.last + 1).capital
    ) {
      add(article, {
        first: run.first,
        last: run.last,
        nameFirst,
        nameLast,
        name,
        kind: 'unknown',
        role: null,
        affiliation: null,
        gender,
        person: null,
      });
      continue;
    }
    const before = person && roleFirst < 0 ? officeBeforeHonour(article, run.first) : null;
    const role = person && roleFirst >= 0 ? roleText(article, roleFirst, roleLast) : (before?.role ?? null);
    const first =
      before !== null
        ? before.first
        : person && roleFirst >= 0
          ? roleFirst
          : person
            ? Math.min(run.first, nameFirst)
            : run.first;
    add(article, {
      first,
      last: nameLast,
      nameFirst: person ? nameFirst : run.first,
      nameLast,
      name: person ? name : nameOf(article, run.first, nameLast),
      kind,
      role,
      affiliation: null,
      gender,
      ...styled,
      person: null,
    });
    const made = article.mentions.at(-1);
    if (made !== undefined && person) {
      readApposition(article, made);
      readLeadingApposition(article, made, lowest);
      if (made.kind === 'unknown' && made.role !== null && !LOCATIVE.test(lowerAt(article, made.first - 1)))
        made.kind = 'person';
    }
  }
}

function add(article: Article, mention: Mention): void {
  // roles in front of a name may reach back over an organisation found before it: "the Justice Department spokesman Jim Roe"
  while ((article.mentions.at(-1)?.last ?? -1) >= mention.first) {
    const before = article.mentions.pop();
    if (before !== undefined) article.mentionAt.fill(-1, before.first, before.last + 1);
  }
  if (article.headline[article.sentenceAt[mention.first] ?? -1] === 1) mention.headline = true;
  article.mentions.push(mention);
  article.mentionAt.fill(article.mentions.length - 1, mention.first, mention.last + 1);
}
