/** Abbreviations that a name follows. */
const TITLES = `mr mrs ms mx dr prof sen sens rep reps gov govs lt gen col capt sgt maj cmdr adm brig cpl pvt supt insp det atty
  eng engr smt adv arch brig cdr comdr prin shri hj
  rev fr msgr hon pres vp amb messrs mme mlle`;

/** Others that keep their full stop and never end a sentence by themselves. */
const INSIDE = `st mt ft no nos v vs viz cf al fig vol ed eds pp approx est dept asst assn gov't
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  bros mgr ave blvd rd`;

/** Abbreviations that may also end a sentence, when a word follows that likes to begin one. */
const AT_END = 'jr sr inc co corp ltd llc plc etc esq phd bros dept a.m p.m';

const words = (list: string): string[] => list.split(/\s+/);
const titles = new Set(words(TITLES));
const inside = new Set([...titles, ...words(INSIDE)]);
const atEnd = new Set(words(AT_END));

/** True where a full stop after `word` belongs to it, as in "Sen." or "Inc.". */
export function isAbbreviation(word: string): boolean {
  const lower = word.toLowerCase();
  return inside.has(lower) || atEnd.has(lower);
}

/** True where `word` (with its full stop) is a title that a name follows: "Sen.". */
export function isTitle(word: string): boolean {
  return titles.has(word.toLowerCase().slice(0, -1));
}

/** True where `word` (with its full stop) may close a sentence: "Inc.", "U.S.", "p.m.". */
export function mayEndSentence(word: string): boolean {
  const bare = word.toLowerCase().slice(0, -1);
  return atEnd.has(bare) || bare.includes('.');
}
