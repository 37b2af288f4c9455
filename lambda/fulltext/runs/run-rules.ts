import { fold } from '../../common/fold.ts';
import { isDateLine } from './date-line.ts';
import { isForeignHeadline } from './headlines.ts';
import type { Run } from './runs.ts';

/** Where a rule looks: at the runs before the first of prose, at those after the last, or at all. */
export type Place = 'before' | 'after' | 'anywhere';

/** Tells runs that sites put around or between an article's own. */
export interface RunRule {
  name: string;
  place: Place;
  /** `titles` are the page's and the item's, folded. */
  drops(run: Run, titles: ReadonlySet<string>): boolean;
}

const matching = (name: string, place: Place, pattern: RegExp): RunRule => ({
  name,
  place,
  drops: ({ text }) => pattern.test(text),
});
/** The same where most of the run is a link. */
const leading = (name: string, place: Place, pattern: RegExp): RunRule => ({
  name,
  place,
  drops: ({ text, linked }) => linked > 0.5 && pattern.test(text),
});

const FOLLOW =
  /(?:^|\P{L})(?:follow|join|subscribe|sign up|stay (?:up to date|informed|tuned|connected)|sigue|s[ií]guenos|suivez|abonnez|folgen sie|abonnieren|seguici|تابعنا|تابعوا)(?:\P{L}|$)/iu;
const CHANNEL =
  /(?:^|\P{L})(?:facebook|twitter|instagram|whatsapp|telegram|linkedin|tiktok|youtube|google news|newsletter|channel|واتساب|فيسبوك|تويتر)(?:\P{L}|$)/iu;

const UPDATED = /^\W*(?:last )?(?:updated?|modified)\b/i;

/** In no order that matters: a run is dropped by whichever of the rules for its place. */
export const RUN_RULES: readonly RunRule[] = [
  { name: 'linked-headline', place: 'anywhere', drops: isForeignHeadline },
  matching(
    'advertisement',
    'anywhere',
    /^\W*(?:advertisements?|ads?|sponsored(?: content)?|publicité|anzeige|anuncio|publicidad)\W*$/i,
  ),
  matching('advertisement-arabic', 'anywhere', /^[^\p{L}]*(?:إعلان|اعلان)[^\p{L}]*$/u),
  matching(
    'continues-below',
    'anywhere',
    /^\W*(?:(?:story|article) continues below(?: this)?(?: advertisement)?|advertisement\W+scroll to continue|continue reading below)\W*$/i,
  ),
  matching(
    'share',
    'anywhere',
    /^\W*(?:share(?: this)?(?: (?:article|story|post|page|on \w+))?|print(?: this (?:page|article))?|copy link|listen to (?:this|the) (?:article|story))\W*$/i,
  ),
  matching('back-to-top', 'anywhere', /^\W*(?:back to top|skip advertisement|skip to content|loading)\W*$/i),
  matching(
    'related',
    'anywhere',
    /^\W*(?:related|recommended|more|most read|most popular|read more|also read|see also)(?: (?:coverage|stories|articles|news|posts|content|topics|reading|on this(?: story)?|for you|links))?\W*$/i,
  ),
  leading(
    'read-elsewhere',
    'anywhere',
    /^\W*(?:also read|read also|read more|read next|read(?: this)?\s*:|more\s*:|see also|related\b|don['’]?t miss|must read|watch\s*:|in pictures\s*:|recommended\b|you may also like|click here)/i,
  ),
  leading('read-elsewhere-arabic', 'anywhere', /^[^\p{L}]*(?:[اإأ]قرأ (?:أيض|المزيد)|شاهد أيض)/u),
  {
    name: 'follow-us',
    place: 'anywhere',
    drops: ({ text, linked }) => linked > 0 && text.length <= 200 && FOLLOW.test(text) && CHANNEL.test(text),
  },
  matching(
    'sign-up',
    'anywhere',
    /^\W*(?:sign up (?:for|to) (?:our|the|get)|subscribe to (?:our|the) (?:\w+ )?(?:newsletter|channel)|join our (?:whatsapp|telegram)|follow us on|download our app|enjoy our content\?)[^.!?]{0,120}[.!?]?$/i,
  ),
  matching(
    'photo-credit',
    'anywhere',
    /^\W*(?:(?:file )?(?:photo|photograph|image|picture)(?:s)?(?: credit)?(?: by|\s*[:/|])|credit\s*:|photo courtesy)[^.!?]{0,120}\.?$/i,
  ),
  { name: 'updated', place: 'anywhere', drops: ({ text }) => UPDATED.test(text) && isDateLine(text) },
  matching(
    'application',
    'anywhere',
    /^\W*(?:download|get|install|try) (?:the|our) (?:new |free |official )?[^.!?]{0,40}\bapp\b[^.!?]{0,120}[.!]?$/i,
  ),
  matching(
    'also-read',
    'anywhere',
    /^\W*(?:ALSO READ|READ ALSO|READ MORE|RELATED|MORE FROM|DON['’]T MISS)\b\s*[:|–—-].{0,200}$/,
  ),
  { name: 'title', place: 'before', drops: ({ text }, titles) => titles.has(fold(text)) },
  { name: 'date', place: 'before', drops: ({ text }) => isDateLine(text) },
  matching('byline', 'before', /^(?:by|written by|reported by|posted by)\s+\p{Lu}[^.!?:]{0,80}$/iu),
  // A dateline of its own has a mark behind it; the name of a section has none.
  matching('section-name', 'before', /^[\p{L}\p{N}'’&]+(?: [\p{L}\p{N}'’&]+){0,3}$/u),
  matching('rule', 'after', /^[\s_*#–—-]+$/),
  matching('filed-under', 'after', /^\W*(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|keywords)\b.{0,300}$/i),
  matching('rights', 'after', /^\W*(?:©|\(c\)|copyright\b).{0,300}$|\ball rights reserved\b.{0,100}$/i),
  matching('disclaimer', 'after', /^\W*(?:legal )?disclaimer\b/i),
  matching('wire-number', 'after', /^[A-Z]{3,12}\d{10,}(?:ID\d+)?$/),
  leading('links', 'after', /^.{0,200}$/),
];
