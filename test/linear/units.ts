/** What a hostile text may be made of: `make` gives about `size` characters. */
export interface Pattern {
  name: string;
  make(size: number): string;
}

const LETTERS = ['a', 'A', 'é', 'É', 'ß', 'ŵ', 'я', 'Я', 'ω', 'Ω', '漢', 'ع', 'א', 'ก', '한', 'अ', 'ǅ', 'ª'];
const DIGITS = ['1', '0', '9', '٣', '½', '²', 'Ⅷ'];
const ASCII_MARKS = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
const OTHER_MARKS = [...'“”„‟«»‹›‘’‚…–—―‐‑·•¡¿§†‰′″€£¥™©®°×−＂（）。、،؟'];
const SPACES = [' ', '\t', '\n', '\r\n', '\u00a0', '\u2009', '\u3000', '\u2028'];
const INVISIBLE = [
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u2060',
  '\u200e',
  '\u202e',
  '\ufeff',
  '\u0301',
  '\u0000',
  '\ud800',
  '😀',
];
const BASES = ['a', 'A', 'Aa', 'É', '1', 'Ann'];
/** Runs of capitals, names, abbreviations, dates, markup and words that rules look for, each repeated without end. */
const MIXED =
  `Aa|aA|A1|1a|Jean-|jean-|Mac-Á|O’|D'A|A.|a.|A. |U.S.|U.S. |J. R. |Mr. |Dr. Al |A-|A–|A/|A&|A & |a & |1,|1.|1. |1:|1-|1/1/|12:30 |1–2 |
$1|$1 |1% |1st |2026 |'26 |1990s |2020/21 |May |May 1 |May 1, |1 May |1 May 2026 |2026-05-01 |05/01/2026 |Monday |Mon, |on Monday |
last week |two days |two days ago |days before |three weeks after |the day before |Q1 |first quarter |of the year |end of |half of the |
in the |of the |of Ann |A of |Ministry of |Ministry of A and |Minister of A, |van der |al-|al-A |Al A |bin A |and A |A and |A, |A, and |A; |
the A |the |the minister |The A said |A said |A said, |said |said that |he said |“A,” he said. |“A” |"A |A" |''A|‘a |’a |a’ |s’ |a's |A's |
(A) |(A |A) |[A] |<a|<a>|</a>|<p>|<a href="|<a =|&amp;|&lt;|&#1;|&|<!--|-->|<![CDATA[|]]>|A: |A:\n|Q: A\nA: B\n|A:A|A\n|A\n\n|a\n|. A|. a|? |! |… |… A|--|-- |— |– A – |
(MENAFN) |(AP) |LONDON (AP) - |A, May 1 (B) -- |A/B/|A | B | A|A – B\n\n|http://a|http://a |a@a.a |@a |#a |w.w.w.|a_a|a*b|aaa bbb |AAA BBB |
AaAa Bb |Sir A |President A |president |former |former A |Chief A |A chief |of A chief |A spokesman |spokesman for |spokesman for A |
according to |according to A |accused of |asked by A |to to |not |never |would |had been |it is |who |who said |which |that that |`
    .replaceAll('\n', '')
    .split('|');

const repeated = (unit: string): Pattern => ({
  name: JSON.stringify(unit),
  make: (size) => unit.repeat(Math.ceil(size / unit.length)),
});

/** Two or three long words: what reads on from each letter of one to its end meets them. */
const run = (letter: string, other: string, between: string): Pattern => ({
  name: `${JSON.stringify(letter)}… ${JSON.stringify(between)} ${JSON.stringify(other)}…`,
  make: (size) => {
    const half = Math.ceil(size / 2);
    return `${letter.repeat(Math.ceil(half / letter.length))}${between}${other.repeat(Math.ceil(half / other.length))}`;
  },
});

const RUNS: Pattern[] = ['A', 'a', 'É', 'Aa', 'A.', 'Jean-', '1'].flatMap((letter) =>
  [' ', '. ', ', ', ' KC', '"', ' said ', '<', '&'].map((between) =>
    run(letter, letter === 'A' ? 'B' : letter, between),
  ),
);

/** Letters of both cases and many scripts, digits, all marks, and mixtures of them with and without spaces. */
export const PATTERNS: readonly Pattern[] = [
  ...[...LETTERS, ...DIGITS, ...ASCII_MARKS, ...OTHER_MARKS, ...SPACES, ...INVISIBLE].map(repeated),
  ...[...LETTERS, ...DIGITS, ...ASCII_MARKS, ...OTHER_MARKS, ...INVISIBLE].map((unit) => repeated(`${unit} `)),
  ...BASES.flatMap((base) =>
    [...ASCII_MARKS, ...OTHER_MARKS.slice(0, 20)].flatMap((mark) => [
      repeated(base + mark),
      repeated(`${base}${mark} `),
    ]),
  ),
  ...MIXED.filter((unit) => unit !== '').map(repeated),
  ...RUNS,
];
