/** Only the end of a text is looked at for what cuts it. */
const TAIL = 400;

/** What feeds write at the end of a text that goes on elsewhere, outermost first. */
const CUTS: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'wordpress-footer',
    pattern: /(?:^|\s)The (?:post|article) .{1,250}? (?:appeared first on|was first published on) .{1,120}$/s,
  },
  {
    name: 'read-more',
    pattern:
      /[\s[(.…]*\(?(?:(?:read|see|view) more|read on|(?:read|see|view) the (?:full|whole|rest of the|complete|original) [^.…]{1,40}|read full [^.…]{1,40}|continue reading[^.…]{0,120}|click here to read[^.…]{0,60}|full story|keep reading)[\s.…»›>→\])]*$/i,
  },
  // Just “more” is a word of the text unless something sets it apart.
  { name: 'more', pattern: /(?:\s*(?:\.{3}|…|[[(»›>]|\n)\s*more|\s+more\s*(?:»|›|>+|→))[\s.…»›>→\])]*$/i },
  { name: 'ellipsis', pattern: /\s*[[(]?(?:\.{3,}|…|&hellip;|&#8230;)[\])]?\s*$/ },
];

/** What wire services put before the text: `(MENAFN - Gulf Times) `, `(MENAFN- Khaleej Times)`. */
const SYNDICATOR = /^\s*\([A-Z][A-Za-z0-9.&]{2,20}\s*[-–—][^()]{0,100}(?:\([^()]{0,60}\)[^()]{0,60})?\)\s*/;

/** A feed's text without what says that it is cut. */
export interface Teaser {
  text: string;
  /** Whether the text goes on elsewhere. */
  cut: boolean;
}

/** Takes off the marks that a text ends with when it is only the beginning of one, as `...`, `[…]` and “Read more”. */
export function readTeaser(text: string): Teaser {
  let body = text.trimEnd();
  let cut = false;
  for (const { pattern } of CUTS) {
    const tail = body.slice(-TAIL);
    const found = pattern.exec(tail);
    if (found === null) continue;
    body = body.slice(0, body.length - tail.length + found.index).trimEnd();
    cut = true;
  }
  return { text: body, cut };
}

/** The teaser's own words: no syndicator before them, no half word where it is cut. */
export function teaserWords(text: string): string {
  const teaser = readTeaser(text);
  const body = teaser.text.replace(SYNDICATOR, '');
  return teaser.cut ? body.replace(/\s\S*$/, '') : body;
}
