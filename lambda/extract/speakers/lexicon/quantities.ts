import { wordSet, words } from './words.ts';

const UNITS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred',
);
const ORDINALS = words('first second third fourth fifth sixth seventh eighth ninth tenth twentieth hundredth');
const PARTS = [...ORDINALS.filter((word) => word !== 'first' && word !== 'second'), 'half', 'quarter'];
const MANY_PARTS = PARTS.map((word) => (word === 'half' ? 'halves' : `${word}s`));

/** Parts of a whole as one or two words name them: "third", "quarters", "two-thirds". */
export const FRACTIONS: ReadonlySet<string> = new Set([
  ...PARTS,
  ...MANY_PARTS,
  ...PARTS.map((part) => `one-${part}`),
  ...[...UNITS].flatMap((unit) => MANY_PARTS.map((part) => `${unit}-${part}`)),
]);

/** Parts that stand with an article or a number: "third" alone is nobody. */
export const PARTS_OF_SOMETHING: ReadonlySet<string> = new Set(PARTS.filter((part) => part !== 'half'));

/** Words that count people without naming them. */
export const COUNTS: ReadonlySet<string> = new Set([
  ...UNITS,
  ...FRACTIONS,
  ...words(`dozen dozens scores hundreds thousands millions handful majority majorities minority minorities plurality pluralities bulk
    many some most few several others those none both neither rest remainder`),
]);

/** Words that single somebody out of several without a name: "the third", "the latter". */
export const SINGLED_OUT: ReadonlySet<string> = new Set([
  ...ORDINALS,
  ...words('last next other another former latter one'),
]);

/** Words that may stand before a count. */
export const COUNT_LEADS: ReadonlySet<string> =
  wordSet(`about some nearly almost roughly around over more than fewer less at least just only another up to well a an the large small tiny
  vast overwhelming solid strong clear slim narrow bare mere good full further other remaining whole between under below above close still barely
  slightly approximately exactly precisely`);

/** The same in several words, of which one is a count itself. */
export const COUNT_LEAD_PHRASES: readonly (readonly string[])[] = [
  words('as many as'),
  words('as few as'),
  words('as much as'),
  words('at most'),
];

/** What two counts are joined by: "two or three", "between a third and a half", "40 to 50 percent". */
export const COUNT_JOINERS: ReadonlySet<string> = wordSet('and or to');

/** Comparatives behind which "than" belongs to a count: "less than a third". */
export const COUNT_COMPARATIVES: ReadonlySet<string> = wordSet('more less fewer greater');

/** Words that say of nobody, or of hardly anybody, that they spoke: "none", "no minister", "not one of them". */
export const NOBODY: ReadonlySet<string> = wordSet('no not none neither nobody no-one hardly scarcely');
