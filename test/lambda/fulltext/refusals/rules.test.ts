import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../lambda/fulltext/refusals/page-facts.ts';
import { REFUSAL_RULES } from '../../../../lambda/fulltext/refusals/rules.ts';

const TEASER = 'The pier, closed for years, opens on Monday, the mayor said.';
const TEXT = `${TEASER} ${'Boats will come from all the islands. '.repeat(20)}`;

function facts(changes: Partial<PageFacts> & { pageTitle?: string; frames?: number; paid?: boolean } = {}): PageFacts {
  const { pageTitle = 'Pier opens', frames = 0, paid = false, ...rest } = changes;
  return {
    head: { title: pageTitle, metas: new Map(), jsonLd: [], canonicalUrl: null, language: null, frames },
    metadata: { title: null, description: null, byline: null, publishedAt: null, language: null, canonicalUrl: null },
    described: {
      headline: 'x',
      description: null,
      datePublished: null,
      authors: [],
      articleBody: null,
      language: null,
      url: null,
      paid,
    },
    visibleText: rest.text ?? TEXT,
    text: TEXT,
    html: '',
    headlines: 0,
    headlineGroups: 0,
    title: 'Pier opens',
    teaser: TEASER,
    teaserCut: false,
    share: 1,
    ...rest,
  };
}

const CONSENT = 'We and our partners use cookies. Accept all. Manage your choices.';

/** For each rule: pages that it refuses, and pages that look like them and that it leaves. */
const CASES: Record<string, { refused: PageFacts[]; left: PageFacts[] }> = {
  frameset: { refused: [facts({ frames: 2, text: '' })], left: [facts({ frames: 2 }), facts({ text: '' })] },
  'bot-check': {
    refused: [
      facts({ pageTitle: 'Just a moment...', share: 0 }),
      facts({ visibleText: 'Verify you are human', share: 0 }),
    ],
    left: [
      facts({ pageTitle: 'Just a moment...' }),
      facts({ visibleText: `${TEXT.repeat(4)} Are you a robot?`, share: 0 }),
    ],
  },
  'error-page': {
    refused: [
      facts({ pageTitle: '404 - Page not found', share: 0 }),
      facts({ visibleText: 'Something went wrong', share: 0 }),
    ],
    left: [facts({ pageTitle: 'Treasure not found' }), facts({ visibleText: '404 metres of pier', share: 0 })],
  },
  'cookie-wall': {
    refused: [facts({ visibleText: CONSENT, share: 0 }), facts({ text: `${TEASER} ${CONSENT}` })],
    left: [facts({ visibleText: `${TEXT} ${CONSENT}` }), facts({ text: `${TEXT} Cookies need consent.`, share: 0 })],
  },
  paywall: {
    refused: [
      facts({ visibleText: `${TEXT} Subscribe to continue reading` }),
      facts({ paid: true }),
      facts({ visibleText: `${TEXT} Already a subscriber? Log in` }),
    ],
    left: [
      facts(),
      facts({ visibleText: `Already a subscriber? Log in. ${TEXT}` }),
      facts({ text: TEXT.repeat(3), visibleText: `${TEXT.repeat(3)} Subscribe to continue reading` }),
      facts({ paid: true, text: TEXT.repeat(5) }),
    ],
  },
  'listing-page': {
    refused: [facts({ headlines: 6, headlineGroups: 6 }), facts({ headlines: 12, headlineGroups: 1 })],
    left: [
      facts({ headlines: 6, headlineGroups: 2 }),
      facts({ headlines: 6, headlineGroups: 6, text: TEXT.repeat(4) }),
    ],
  },
  'too-short': {
    refused: [facts({ text: TEASER }), facts({ text: TEXT, teaser: TEXT.slice(0, 700), teaserCut: true })],
    left: [facts(), facts({ text: TEXT, teaser: TEXT })],
  },
  'teaser-missing': {
    refused: [
      facts({ share: 0.4, teaser: 'A bakery burned down in the old town' }),
      facts({ share: 0, teaser: '', title: 'Bakery burns' }),
    ],
    left: [
      facts({ share: 0.5 }),
      facts({ share: 0, teaser: 'Boats from islands will come when the mayor opens the pier' }),
      facts({ share: 0, teaser: '' }),
    ],
  },
};

describe('REFUSAL_RULES', () => {
  it('have cases each', () => {
    expect(REFUSAL_RULES.map(({ code }) => code).sort()).toEqual(Object.keys(CASES).sort());
  });

  it.each(REFUSAL_RULES)('$code', ({ code, refuse }) => {
    for (const refused of CASES[code]?.refused ?? []) expect(refuse(refused)).toEqual(expect.any(String));
    for (const left of CASES[code]?.left ?? []) expect(refuse(left)).toBeNull();
  });
});
