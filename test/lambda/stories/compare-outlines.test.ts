import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutlines } from '../../../lambda/stories/compare-outlines.ts';
import { outlineOf, packOutline, unpackOutline } from '../../../lambda/stories/outline.ts';

const FERRY = [
  'The ferry between Ansel Bay and the outer islands will stop at the end of March, the harbour board decided on Tuesday evening.',
  'Some 14,200 passengers used the line last year, a third fewer than five years ago, according to figures that the board released.',
  '“We looked for a buyer for eighteen months, and nobody came forward,” said the chairwoman of the board, Lena Orvik.',
  'Islanders who crowded the public gallery answered with shouts and whistles, and some left the hall before the vote.',
  'The boat, which was built in a yard on the mainland, has carried post and medicine since the bridge was closed to lorries.',
  'A petition to keep the service had gathered more signatures than the islands have inhabitants, its organisers said.',
  'The regional government has promised to look at a smaller vessel, but made no commitment about money or dates.',
  'Fishermen fear that the fish hall will follow the ferry, because buyers from the city would no longer make the trip.',
];

const compare = (one: string[], other: string[]) =>
  compareOutlines(outlineOf(one.join('\n\n')).sentences, outlineOf(other.join('\n\n')).sentences);

describe('copies', () => {
  it.each<[string, string[]]>([
    ['the same', FERRY],
    ['a byline and boilerplate', ['By our correspondent', ...FERRY, 'Subscribe to our daily letter for more.']],
    ['a dateline', [`ANSEL BAY (Northwire) — ${FERRY[0]}`, ...FERRY.slice(1)]],
    ['a paragraph dropped', FERRY.filter((_, n) => n !== 3)],
    ['cut to the half', FERRY.slice(0, 4)],
    ['straight quotation marks', FERRY.map((line) => line.replace(/[“”]/g, '"'))],
    ['American spelling', FERRY.map((line) => line.replace('harbour', 'harbor').replace('organisers', 'organizers'))],
    ['paragraphs joined', [FERRY.slice(0, 4).join(' '), FERRY.slice(4).join(' ')]],
  ])('%s', (_, other) => {
    expect(compare(FERRY, other)).toBe('copy');
  });
});

describe('updates', () => {
  it('other figures', () => {
    expect(
      compare(
        FERRY,
        FERRY.map((line) => line.replace('14,200', '14,350')),
      ),
    ).toBe('update');
  });
  it('more paragraphs', () => {
    const more = [
      'On Wednesday the minister for transport said that she would meet the board before any boat was sold or taken out of service.',
      'A spokesman for the island council called the announcement a first step, and asked for a written guarantee by the end of the week.',
    ];
    expect(compare(FERRY, [...FERRY, ...more])).toBe('update');
  });
});

describe('neither', () => {
  const weather = (place: string, high: number, wind: string) => [
    `The office expects a high of ${high} degrees in ${place} on Thursday, with a ${wind} wind that eases towards the evening.`,
    `Showers of up to ${high - 3} mm are possible, and the water at the beaches has ${high - 6} degrees.`,
    'Drivers should allow for more time on their way to work.',
    'The next bulletin is issued at six in the evening.',
  ];
  const results = (firm: string, profit: number, quarter: string) => [
    `${firm} made a net profit of ${profit} million in the ${quarter} quarter, the company said in a filing to the exchange on Thursday.`,
    `Revenue came to ${profit * 7} million, and the order book to ${profit * 19} million at the end of the ${quarter} quarter.`,
    '“We are satisfied with how the quarter went and look ahead with confidence,” said the chief executive.',
    `${firm} expects a margin of ${profit % 13} percent for the year as a whole.`,
    'This release contains statements about the future that depend on risks which the company cannot foresee.',
  ];
  const obituary = (name: string, age: number, trade: string) => [
    `${name}, ${age}, a ${trade} of this town, died at home on Sunday surrounded by family.`,
    `Friends remember ${name} as a generous neighbour and a ${trade} of the old school.`,
    'The service is held at the chapel on Mill Lane on Friday at eleven in the morning.',
    'Instead of flowers the family asks for gifts to the hospice.',
  ];
  it.each<[string, string[], string[]]>([
    ['weather', weather('Ansel Bay', 19, 'northerly'), weather('the hills', 12, 'westerly')],
    ['weather of two days', weather('Ansel Bay', 19, 'northerly'), weather('Ansel Bay', 21, 'northerly')],
    ['results', results('Orvik Paper', 31, 'second'), results('Hallen Steel', 44, 'third')],
    ['results of one firm', results('Orvik Paper', 31, 'second'), results('Orvik Paper', 38, 'third')],
    ['obituaries', obituary('Tom Barrow', 81, 'baker'), obituary('Ida Senn', 90, 'teacher')],
    ['one quotation', [...FERRY.slice(2, 3), 'It is the second time.'], [...FERRY.slice(2, 3), 'Nobody else spoke.']],
    ['other texts', FERRY.slice(0, 4), FERRY.slice(4)],
    ['nothing', [], FERRY],
  ])('%s', (_, one, other) => {
    expect(compare(one, other)).toBeNull();
    expect(compare(other, one)).toBeNull();
  });
});

it('finds each by a key of the other, also where half is cut', () => {
  const { keys } = outlineOf(FERRY.join('\n'));
  expect(keys).toHaveLength(3);
  expect(outlineOf(FERRY.slice(0, 4).join('\n')).keys.some((key) => keys.includes(key))).toBe(true);
});

const texts = fc.array(fc.oneof(fc.constantFrom(...FERRY), fc.string({ unit: 'grapheme', maxLength: 80 })), {
  maxLength: 30,
});

it('takes any text, and says the same of two whichever stands first', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [left, right] = [one, other].map((lines) => outlineOf(lines.join('\n')));
      if (!left || !right) return;
      expect(left.sentences.length).toBeLessThanOrEqual(60);
      expect(left.keys.length).toBeLessThanOrEqual(4);
      expect(unpackOutline(packOutline(left.sentences))).toEqual(left.sentences);
      expect(compareOutlines(left.sentences, right.sentences) === null).toBe(
        compareOutlines(right.sentences, left.sentences) === null,
      );
    }),
  );
});

it.each([
  ['one word', 'a'.repeat(1_000_000)],
  ['full stops', '. '.repeat(500_000)],
  ['brackets', `.${')'.repeat(1_000_000)}`],
  ['lines', 'the same words on every line of it\n'.repeat(50_000)],
])('keeps to its bounds on %s', (_, text) => {
  const { sentences } = outlineOf(text);
  expect(sentences.length).toBeLessThanOrEqual(60);
  expect(packOutline(sentences).length).toBeLessThanOrEqual(560);
});
