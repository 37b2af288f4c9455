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

const bare = (word: string): string => word.replace(/['’.]+$/, '');

/** True for "Excellency", "Highness" and the like, which stand behind "His" or "Her". */
export function isStyle(word: string): boolean {
  return STYLES.has(bare(word));
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
