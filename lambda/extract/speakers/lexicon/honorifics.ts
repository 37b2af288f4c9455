import { words } from './words.ts';

export type HonorificGender = 'female' | 'male' | null;

const SINGLE: ReadonlyMap<string, HonorificGender> = new Map<string, HonorificGender>([
  ...words(
    'mr sir monsieur herr señor messrs sheikh shaikh shaykh sheik shri sri shriman datuk dato haji hajj ustaz ustadh sayyid sayyed syed mullah lord-justice',
  ).map((word): [string, HonorificGender] => [word, 'male']),
  ...words(
    'mrs ms miss dame madam madame mme frau señora sheikha shaikha sheikhah smt kumari datin hajah hajjah ustazah',
  ).map((word): [string, HonorificGender] => [word, 'female']),
  ...words(
    'mx dr hon honourable honorable eng engr engineer-dr arch he hh hrh h.e h.h h.r.h h.m tun sens reps govs adv comrade',
  ).map((word): [string, HonorificGender] => [word, null]),
]);

/** Two words or more; "his" and "her" before them tell the gender. */
const SEVERAL: readonly (readonly string[])[] = [
  ['royal', 'highness'],
  ['serene', 'highness'],
  ['imperial', 'highness'],
  ['right', 'honourable'],
  ['right', 'honorable'],
  ['right', 'hon'],
  ['rt', 'hon'],
  ['most', 'reverend'],
  ['datuk', 'seri'],
  ['dato', 'seri'],
  ['dato', 'sri'],
  ['datuk', 'patinggi'],
  ['datuk', 'wira'],
  ['tan', 'sri'],
  ['puan', 'sri'],
  ['toh', 'puan'],
  ['h', 'r', 'h'],
  ['h', 'e'],
  ['h', 'h'],
  ['h', 'm'],
];

/** Forms of address that stand for a person alone: "His Excellency said". */
const STYLES: ReadonlySet<string> = new Set(
  words(
    'excellency excellencies highness highnesses majesty eminence holiness grace honour honor worship lordship ladyship',
  ),
);

/** Forms of address by the rank that they are for, which "Her Excellency" alone points back to. */
export type Style = 'excellency' | 'highness' | 'majesty' | 'honour';
const STYLE_OF: ReadonlyMap<string, Style> = new Map([
  ...words('excellency excellencies he h.e').map((word): [string, Style] => [word, 'excellency']),
  ...words('highness highnesses hh h.h hrh h.r.h').map((word): [string, Style] => [word, 'highness']),
  ...words('majesty h.m').map((word): [string, Style] => [word, 'majesty']),
  ...words('honour honor hon honourable honorable worship').map((word): [string, Style] => [word, 'honour']),
]);
const SPACED: Readonly<Record<string, Style>> = {
  'h e': 'excellency',
  'h h': 'highness',
  'h m': 'majesty',
  'h r h': 'highness',
};

const bare = (word: string): string => word.replace(/['’.]+$/, '');

/** True for "Excellency", "Highness" and the like, which stand behind "His" or "Her". */
export function isStyle(word: string): boolean {
  return STYLES.has(bare(word)) || /^h\.(?:e|h|m|r\.h)\.?$/.test(word);
}

/** The rank that a form of address (lower case, in one string) is for, or `null`. */
export function styleOf(address: string): Style | null {
  return SPACED[address] ?? STYLE_OF.get(bare(address.slice(address.lastIndexOf(' ') + 1))) ?? null;
}

/** How many of the words (lower case) at the start are a form of address that is no role, and the gender that it tells; `null` where none is. */
export function honorificOf(next: readonly string[]): { size: number; gender: HonorificGender } | null {
  const plain = next.map(bare);
  for (const phrase of SEVERAL) {
    if (phrase.every((word, index) => plain[index] === word))
      return { size: phrase.length, gender: /^(?:puan|toh)$/.test(phrase[0] ?? '') ? 'female' : null };
  }
  const first = plain[0] ?? '';
  if (STYLES.has(first)) return { size: 1, gender: null };
  const gender = SINGLE.get(first);
  return gender === undefined ? null : { size: 1, gender };
}
