/** A letter or group of letters with several spellings in the news, and the one spelling to which all are rewritten before names are compared. */
export type SpellingRule = readonly [pattern: RegExp, replacement: string];

/** Letters that are no accented Latin ones, so that folding leaves them: `Rønne` is `Ronne`, `Groß` is `Gross`. */
export const LETTER_RULES: readonly SpellingRule[] = [
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/[đð]/g, 'd'],
  [/þ/g, 'th'],
  [/ß/g, 'ss'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/[ıі]/g, 'i'],
  [/ə/g, 'a'],
];

/**
 * Ways to write the same sound in names that come from other scripts (Cyrillic by BGN/PCGN, GOST, the press; Arabic by ALA-LC, the press) and of umlauts.
 * Order matters: groups of letters come before their parts.
 */
export const SOUND_RULES: readonly SpellingRule[] = [
  [/([aou])e/g, '$1'],
  [/tsch|tch|tsh|cz/g, 'ch'],
  [/shch|sch/g, 'sh'],
  [/dzh|dj|zh/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/([gdt])h/g, '$1'],
  [/ck|q|c(?![ehiy])/g, 'k'],
  [/x/g, 'ks'],
  [/off$/g, 'ov'],
  [/eff$/g, 'ev'],
  [/w/g, 'v'],
  [/tz/g, 'ts'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/[ae][iy]/g, 'ei'],
  [/(?:[iy][iyj]|y)$/g, 'i'],
  [/[ij](?=[aou])/g, 'y'],
  [/^y(?=e)/g, ''],
  [/(?<=[^aeiou])y(?=[^aeiou])/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/([aeiou])h$/g, '$1'],
];

/** Vowels that stand for each other where Arabic and Persian names are written: `Mohamed`, `Muhamad`. */
export const VOWEL_PAIRS: ReadonlySet<string> = new Set(['ou', 'uo', 'ei', 'ie', 'ae', 'ea']);

/** Articles before Arabic surnames, also as they are spoken before some letters. */
export const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul', 'ash', 'as', 'ad', 'ar', 'an', 'az']);

/** Given names and particles that are one name in several languages or spellings, each family folded. */
export const NAME_FAMILIES: readonly (readonly string[])[] = [
  ['mohammed', 'muhammad', 'mohamed', 'mohammad', 'mohamad', 'muhammed', 'mohamud', 'muhamad', 'mohd'],
  ['ahmed', 'ahmad', 'ahmet'],
  ['abdullah', 'abdallah', 'abdulla', 'abdalla'],
  ['yusuf', 'yousef', 'youssef', 'yousuf', 'yusef', 'yosef'],
  ['ibrahim', 'ebrahim', 'brahim'],
  ['hussein', 'hossein', 'husain', 'hussain', 'husayn', 'hossain'],
  ['said', 'saeed', 'sayed', 'saied'],
  ['omar', 'umar'],
  ['osama', 'usama'],
  ['fatima', 'fatma', 'fatimah'],
  ['muammar', 'moammar', 'muamar'],
  ['bin', 'ibn', 'ben'],
  ['vladimir', 'volodymyr', 'uladzimir'],
  ['alexander', 'aleksandr', 'oleksandr', 'aleksander', 'alexandr', 'aliaksandr'],
  ['alexandra', 'aleksandra', 'oleksandra'],
  ['sergei', 'serhiy', 'serhii', 'siarhei'],
  ['nikolai', 'mykola', 'mikalai'],
  ['dmitry', 'dmytro', 'dimitri', 'dzmitry'],
  ['evgeny', 'yevgeny', 'yevhen', 'eugene'],
  ['mikhail', 'mykhailo', 'mikhailo'],
  ['andrei', 'andriy', 'andrii', 'andrej'],
  ['kirill', 'kyrylo', 'cyril'],
  ['pavel', 'pavlo'],
  ['pyotr', 'petr', 'petro', 'piotr'],
  ['igor', 'ihor'],
  ['oleg', 'oleh'],
  ['konstantin', 'kostyantyn'],
  ['vasily', 'vasyl'],
  ['olena', 'elena', 'yelena', 'helena'],
  ['yulia', 'yuliia', 'julia', 'iuliia'],
  ['natalia', 'nataliia', 'natalya'],
  ['alexei', 'aleksei', 'alexey', 'oleksii', 'oleksiy'],
  ['fyodor', 'fedor', 'fedir'],
  ['georgy', 'heorhii', 'georgi'],
  ['katherine', 'catherine', 'kathryn', 'katharine'],
  ['stephen', 'steven', 'stefan'],
  ['jeffrey', 'geoffrey'],
  ['robert', 'bob', 'rob', 'bobby'],
  ['william', 'bill', 'will'],
  ['james', 'jim', 'jimmy'],
  ['michael', 'mike'],
  ['joseph', 'joe'],
  ['thomas', 'tom'],
  ['richard', 'dick', 'rick'],
  ['edward', 'ed', 'ted'],
  ['elizabeth', 'elisabeth', 'liz'],
  ['anthony', 'antony', 'tony'],
  ['benjamin', 'ben'],
  ['christopher', 'chris'],
  ['daniel', 'dan'],
  ['david', 'dave'],
  ['kenneth', 'ken'],
  ['matthew', 'matt'],
  ['nicholas', 'nicolas', 'nick'],
  ['peter', 'pete'],
  ['ronald', 'ron'],
  ['samuel', 'sam'],
  ['timothy', 'tim'],
];
