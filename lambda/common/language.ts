/** Scripts that tell the language by themselves, or nearly so; asked in this order. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u3040-\u30FF]/g, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[پچژگکی]/g, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/[іїєґ]/gi, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

/** Short words that stand in nearly every sentence of a language and seldom in others. */
const STOP_WORDS: readonly [string, readonly string[]][] = Object.entries({
  en: 'the and of to is was that for with from said has have will are were by be this which their an it as at not',
  fr: 'le la les des et du une dans est pour que qui sur au pas avec sont plus par aux cette ses été ont',
  es: 'el los las del que en una por con para se su al como más fue sus está pero este han',
  de: 'der die das und den von mit ist im für auf dem nicht ein eine des sich auch wird zu hat sind',
  pt: 'o os as do da em um uma para com não que dos das no na ao foi mais pelo sua são',
  it: 'il lo gli di che della per con sono nel una dei alla è del più ha anche da',
  nl: 'de het een van en dat op te voor met zijn niet aan ook werd door naar heeft',
  tr: 've bir bu için ile da de olarak olan daha çok en ancak kadar gibi sonra',
  id: 'yang dan di untuk dengan dari pada ini itu dalam akan tidak ke oleh telah',
  pl: 'i w na z się nie do że jest to jak przez od po ale są oraz',
  sv: 'och att det som en på är av för med till den har inte om ett',
}).map(([language, words]) => [language, words.split(' ')]);

const SAMPLE = 4000;
const ENOUGH_WORDS = 8;
const LEAST_SHARE = 0.12;
const LEAST_LEAD = 1.5;

function byScript(sample: string, letters: number): string | null {
  for (const [pattern, language] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // Kana, Persian and Ukrainian letters are a few among those that other languages share.
    if (share > (['ja', 'fa', 'uk'].includes(language) ? 0.04 : 0.5)) return language;
  }
  return null;
}

/** The languages that have the word as a stop word, as places in `STOP_WORDS`. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [place, [, words]] of STOP_WORDS.entries()) {
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), place]);
}

/** Where none of these stands, no letter is of a script in `SCRIPTS`. */
const OTHER_SCRIPTS = /[\u0370-\u1DFF\u2126\u2DE0-\uFFFF]/;

function byStopWords(words: string[]): string | null {
  if (words.length < ENOUGH_WORDS) return null;
  const counts = STOP_WORDS.map(([language]) => ({ language, count: 0 }));
  for (const word of words) {
    for (const place of LANGUAGES_OF.get(word) ?? []) (counts[place] as { count: number }).count++;
  }
  const [best, second] = counts.sort((left, right) => right.count - left.count);
  if (best === undefined || best.count < words.length * LEAST_SHARE) return null;
  return best.count >= LEAST_LEAD * (second?.count ?? 0) ? best.language : null;
}

/**
 * The language (ISO 639-1) of a plain text, told by its script and its most common words, as seen in its first 4,000
 * characters; `null` where that is not clear, as for a headline.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  if (OTHER_SCRIPTS.test(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0) return null;
    const script = byScript(sample, letters);
    if (script !== null) return script;
  }
  return byStopWords(sample.match(/\p{L}+/gu) ?? []);
}

/** A language tag in its usual form (`en-us` becomes `en-US`); `null` where it is none. */
export function languageTag(tag: string | null): string | null {
  try {
    return Intl.getCanonicalLocales(tag?.trim() ?? '')[0] ?? null;
  } catch {
    return null;
  }
}
