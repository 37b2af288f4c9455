import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDateline } from '../../../../lambda/extract/dateline/extract-dateline.ts';
import { datelineSchema } from '../../../../lambda/model/dateline.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const PUBLISHED = '2023-11-15T09:00:00Z';
const read = (text: string, publishedAt: string | null = PUBLISHED) => extractDateline({ text, publishedAt });

type Expected = [
  text: string,
  place: string | null,
  date: string | null,
  syndicator: string | null,
  agency: string | null,
];

/** `|` stands where the body begins. */
const OPENINGS: Expected[] = [
  // labels
  ['date 2023-11-14 (MENAFN) |Port Minister Ilva Roe spoke.', null, '2023-11-14', 'MENAFN', null],
  ['Updated 4:10 PM GMT, Nov 14, 2023 |The ferry sank.', null, '2023-11-14', null, null],
  ['Published: 14 November 2023, 07:45 |The ferry sank.', null, '2023-11-14', null, null],
  ['Posted on November 14, 2023 at 5:20 pm |', null, '2023-11-14', null, null],
  // syndicators
  ['(MENAFN) |The ferry sank.', null, null, 'MENAFN', null],
  ['(MENAFN- Harbour Times) DOHA — |The ferry sank.', 'DOHA', null, 'MENAFN', 'Harbour Times'],
  ['(MENAFN - Harbour Talk)|Ferries are old.', null, null, 'MENAFN', 'Harbour Talk'],
  ['(MENAFN- GlobeNewsWire - Nasdaq) |Acme grew.', null, null, 'MENAFN', 'GlobeNewsWire'],
  ['(MENAFN- EIN Presswire) \r\nOSLO, November 10 - |Boats met.', 'OSLO', '2023-11-10', 'MENAFN', 'EIN Presswire'],
  [
    '(MENAFN - Trend News Agency) LERIK, Azerbaijan, July 4. |A fair opened.',
    'LERIK, Azerbaijan',
    '2023-07-04',
    'MENAFN',
    'Trend News Agency',
  ],
  // agencies before the text
  ['(Reuters) - |Acme grew.', null, null, null, 'Reuters'],
  ['(CNN)|Acme grew.', null, null, null, 'CNN'],
  ['AP - |The golfer rests.', null, null, null, 'AP'],
  ['AFP — |The golfer rests.', null, null, null, 'AFP'],
  ['WAM ABU DHABI, 14th November, 2023 (WAM) -- |A law was passed.', 'ABU DHABI', '2023-11-14', null, 'WAM'],
  ['TASS, November 14. |A law was passed.', null, '2023-11-14', null, 'TASS'],
  // days before the text
  ['Nov 14 (Reuters) - |Acme grew.', null, '2023-11-14', null, 'Reuters'],
  ['14 November 2023 — |Acme grew.', null, '2023-11-14', null, null],
  // bylines, credits
  ['By ILVA ROE    OSLO (AP) -- |Boats sank.', 'OSLO', null, null, 'AP'],
  ['By Ilva Roe\n\nOSLO, Nov 14 (Reuters) - |Boats sank.', 'OSLO', '2023-11-14', null, 'Reuters'],
  ['REUTERS/Ilva Roe  OSLO (Reuters) - |Boats sank.', 'OSLO', null, null, 'Reuters'],
  ['Harbour Gazette report\n\nRIYADH — |Boats sank.', 'RIYADH', null, null, null],
  // places with an agency
  ['OSLO, Nov 14 (Reuters) - |Boats sank.', 'OSLO', '2023-11-14', null, 'Reuters'],
  [
    'OSLO/BERGEN, Nov 14 (Reuters Breakingviews) - |Boats sank.',
    'OSLO/BERGEN',
    '2023-11-14',
    null,
    'Reuters Breakingviews',
  ],
  ['DES PLAINES, Iowa (AP) — |Boats sank.', 'DES PLAINES, Iowa', null, null, 'AP'],
  ['OSLO, Tuesday, Nov. 14 (Reuters) - |Boats sank.', 'OSLO', '2023-11-14', null, 'Reuters'],
  ['HALVER, Estmark, Nov 14 (Reuters) - |Boats sank.', 'HALVER, Estmark', '2023-11-14', null, 'Reuters'],
  ['OSLO (AP) _ |Boats sank.', 'OSLO', null, null, 'AP'],
  ['Mumbai, Nov 14 (PTI) |Boats sank.', 'Mumbai', '2023-11-14', null, 'PTI'],
  ['Mumbai [India], November 14 (ANI): |Boats sank.', 'Mumbai [India]', '2023-11-14', null, 'ANI'],
  ['SEVILLE, 14 Nov. (EUROPA PRESS) - |Boats sank.', 'SEVILLE', '2023-11-14', null, 'EUROPA PRESS'],
  ['EXTON, Pa., Nov. 9, 2023 /PRNewswire/ -- |Acme grew.', 'EXTON, Pa.', '2023-11-09', null, 'PRNewswire'],
  ['HALVER, November 14, 2023 /Harbour Newsroom/ -- |Acme grew.', 'HALVER', '2023-11-14', null, 'Harbour Newsroom'],
  ['EXTON, Pa.--(BUSINESS WIRE)--|Acme grew.', 'EXTON, Pa.', null, null, 'BUSINESS WIRE'],
  ['TORONTO, ON / ACCESSWIRE / November 14, 2023 / |Acme grew.', 'TORONTO, ON', '2023-11-14', null, 'ACCESSWIRE'],
  [
    'Kelowna, British Columbia--(Newsfile Corp. - November 14, 2023) - |Acme grew.',
    'Kelowna, British Columbia',
    '2023-11-14',
    null,
    'Newsfile Corp.',
  ],
  ['MOSCOW, November 14. /TASS/. |Boats sank.', 'MOSCOW', '2023-11-14', null, 'TASS'],
  ['MOSCOW. Nov 14 (Interfax) - |Boats sank.', 'MOSCOW', '2023-11-14', null, 'Interfax'],
  ['Riyadh, Nov 14, 2023, SPA -- |Boats sank.', 'Riyadh', '2023-11-14', null, 'SPA'],
  ['Lyon, France | AFP | |Boats sank.', 'Lyon, France', null, null, 'AFP'],
  ['Washington CNN — |Boats sank.', 'Washington', null, null, 'CNN'],
  ['COLOMBO (Harbour 1st); |Boats sank.', 'COLOMBO', null, null, 'Harbour 1st'],
  ['BOSTON (QBS.HW) -- |Shares fell.', 'BOSTON', null, null, 'QBS.HW'],
  // places alone
  ['OSLO — |Boats sank.', 'OSLO', null, null, null],
  ['OSLO _ |Boats sank.', 'OSLO', null, null, null],
  ['Oslo: |Boats sank.', 'Oslo', null, null, null],
  ['BASRA, IRAQ - |Boats sank.', 'BASRA, IRAQ', null, null, null],
  ['TIKRELLA — |Boats sank.', 'TIKRELLA', null, null, null],
  ['SAN MARENO - |Boats sank.', 'SAN MARENO', null, null, null],
  ['RAWALAKOT, Nov 11: |Boats sank.', 'RAWALAKOT', '2023-11-11', null, null],
  ['CAIRO – 14 November 2023: |Boats sank.', 'CAIRO', '2023-11-14', null, null],
  ['OSLO (Nov. 14) — |Boats sank.', 'OSLO', '2023-11-14', null, null],
];

const FALSE_FRIENDS = [
  'OSLO OTTERS - The team lost again.',
  'LOS ANGELES OTTERS - The team lost again.',
  'BERGEN UNITED - The team lost again.',
  'NASDAQ: ACME shares fell.',
  'ACME INC (ACMI) - Shares fell.',
  'Acme (ACMI) - Shares fell.',
  'INTERVIEW: The minister on boats.',
  'BREAKING NEWS — The minister left.',
  'ANALYSIS - The minister left.',
  'NATO: the alliance met.',
  'US: The minister left.',
  'Q&A: The minister answers.',
  'BOATS - The new rules.',
  'The Boat Owners Union (BOU) - based in Oslo - said so.',
  'May (2023) - the month of boats.',
  'Ilva Roe: The minister left.',
  'Oslo, Lyon and New York: The mayors met.',
  'By Friday the committee had met.',
  'Paris: 10 boats to see',
  'Boats sank off Oslo on Nov. 14 (Reuters) - maybe.',
  'HALVER, Estmark - The team lost again.',
  'The new deck /Harbour Class/ -- a model for others - was shown.',
  'A — B.',
  '',
  ' \n ',
];

describe('extractDateline', () => {
  it.each(OPENINGS)('%s', (marked, place, date, syndicator, agency) => {
    const bodyStart = marked.lastIndexOf('|');
    const text = marked.slice(0, bodyStart) + marked.slice(bodyStart + 1);
    expect(read(text)).toEqual({ raw: text.slice(0, bodyStart).trim(), place, date, agency, syndicator, bodyStart });
  });

  it.each(FALSE_FRIENDS)('sees none in: %s', (text) => expect(read(text)).toBeNull());

  it('counts from the text as it stands, leading space too', () => {
    expect(read(' \n OSLO (AP) - Boats sank.')).toMatchObject({ raw: 'OSLO (AP) -', bodyStart: 15 });
  });

  it.each([
    ['2024-01-02', 'December 30', '2023-12-30'],
    ['2023-12-30', 'January 2', '2024-01-02'],
    ['2023-11-15', 'Feb. 30', null],
    ['2023-11-15', 'Nov 14, 2019', '2019-11-14'],
    [null, 'Nov 14', null],
    [null, 'Nov 14, 2019', '2019-11-14'],
  ])('published %s, %s is %s', (published, day, expected) => {
    expect(read(`OSLO, ${day} (Reuters) - Boats sank.`, published)?.date ?? null).toBe(expected);
  });

  it('holds to the model for any text', () => {
    const words =
      'OSLO Oslo , ( ) AP (AP) MENAFN (MENAFN- - -- — _ : . / By ROE Nov. 14 2023 Updated Pa. \n | date'.split(' ');
    const openings = fc.array(fc.constantFrom(...words, ' '), { maxLength: 25 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), openings), (text) => {
        const dateline = read(text);
        if (dateline === null) return;
        datelineSchema.parse(dateline);
        expect(dateline.bodyStart).toBeLessThanOrEqual(text.length);
        expect(dateline.bodyStart).toBeGreaterThan(0);
        expect(text.slice(0, dateline.bodyStart).trim()).toBe(dateline.raw);
        if (dateline.place !== null) expect(dateline.raw).toContain(dateline.place);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at the opening only, whatever the length', () => {
    for (const unit of ['A-', 'By ROE ', '(', ' ', 'REUTERS/', 'SAN A/', 'a', 'Updated ']) {
      const started = processorMilliseconds();
      read(unit.repeat(1_000_000));
      expect(processorMilliseconds() - started).toBeLessThan(100);
    }
  });
});
