/** Words that compressed what earlier versions stored, under `z1` and in `statements`: it can be read with this very text only. */
export const FORMER_DICTIONARY = Buffer.from(
  '"authors":[],"tags":[],"enclosures":[{"url":"https://www.","type":"image/jpeg","length":null}],"summary":"","publishedAtRaw":" GMT"' +
    ',"updatedAt":null,"warnings":[],"publishedAtSource":"feed","publishedAt":"2026-","fetchedAt":"2026-","storedAt":"2026-","changedAt":"2026-"' +
    ',"revisionsThatDay":1,"dateline":null,"statementCount":0,"expiresAt":"2026-","copies":["URL#","TEXT#"],"guid":"https://www.","canonicalUrl":"https://www.' +
    '","dateline":{"raw":"","place":"","date":"","agency":null,"syndicator":null,"bodyStart":' +
    ',"date":"2026-","value":"2026-","granularity":"day","from":"2026-","to":"2026-","role":"scheduled","context":"The ' +
    ' that the said president minister government spokesman spokeswoman would not have been with from this which were their Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    '"type":"indirect","text":"","type":"mixed","type":"direct","text":"","start":,"end":,"spans":[{"start":,"end":}],"cue":{"text":"told","start":,"end":,"lemma":"tell"}' +
    ',"cue":{"text":"said","start":,"end":,"lemma":"say"},"speaker":null,"speaker":{"id":"","name":"","role":null,"affiliation":null,"kind":"organization","mention":{"text":"he","start":' +
    ',"end":},"resolution":"pronoun"},"kind":"group","kind":"unnamed","kind":"person","mention":{"text":"","start":,"end":},"resolution":"alias"},"resolution":"role"},"resolution":"explicit"}' +
    ',"saidAt":null,"saidAtSource":null,"saidAt":"2026-","saidAtSource":"text","saidAtSource":"published","rule":"speaker-then-quote","rule":"quote-then-attribution","rule":"that-clause"' +
    ',"confidence":0.9,"id":"","itemId":"","revision":1,"feedId":"","url":"https://www.","title":"","sortAt":"2026-","language":"en"}',
);
