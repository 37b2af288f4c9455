import { wordSet } from './words.ts';

/** Words that are no part of a name even with a capital, as at the start of a sentence. */
export const FUNCTION_WORDS: ReadonlySet<string> =
  wordSet(`the a an this that these those he she it they we i you him her them us me my his hers
  its our your their who whom whose which what when where why how there here and but or nor so yet if unless as while whereas because since
  until till although though after before during in on at by for from of to with without within into onto upon about above across against
  along amid among around behind below beneath beside besides between beyond despite down except inside near off out outside over past per
  plus regarding than through throughout toward towards under up versus via is are was were be been being am has have had do does did will
  would can could may might must shall should not no yes all any both each either every few many more most much neither none one ones other
  another several some such two three four five six seven eight nine ten first second third last next once twice also again already always
  even ever never just only still then thus too very well now today yesterday tomorrow tonight later earlier meanwhile however moreover
  furthermore nevertheless nonetheless otherwise instead indeed perhaps maybe rather quite almost nearly according asked speaking
  citing noting adding saying like unlike let let's don't doesn't didn't isn't aren't wasn't can't won't couldn't wouldn't shouldn't
  it's he's she's they're we're i'm you're that's there's what's who's i've we've they've i'd he'd she'd we'll i'll
  monday tuesday wednesday thursday friday saturday sunday january february july september october
  november december mon tue wed thu fri sat feb apr jun jul aug sep sept oct nov dec
  asked said says told added and/or oh hey okay ok please thank thanks good bad here's where's how's
  absolutely actually apparently clearly finally frankly generally honestly hopefully ironically obviously originally overall
  particularly personally previously privately publicly recently separately similarly specifically surprisingly ultimately
  unfortunately additionally consequently currently eventually certainly likewise elsewhere often sometimes soon early late
  following given based whether photo image video source sources
  critics supporters officials republicans democrats conservatives liberals americans europeans russians ukrainians israelis palestinians
  voters lawmakers police authorities experts analysts nobody everyone everybody someone somebody anyone anybody nothing something everything
  people men women children part half why absent whatever whenever wherever whoever`);

/** Words that open a noun phrase. */
export const DETERMINERS: ReadonlySet<string> =
  wordSet(`the a an this that these those his her its their our my your some many most several few both
  all each every another other one two three four five six seven eight nine ten no any such certain various other hundreds thousands dozens`);

/** Words that a noun phrase can not reach over. */
export const BREAKS: ReadonlySet<string> =
  wordSet(`that and but or nor yet even as when while because if after before though although since until whether
  than so where why how what who which whom is are was were be been being has have had do does did will would can could may might must shall
  should not then also there it he she they we i you him them us me`);

/** Prepositions that tie a noun phrase to the one before it. */
export const PREPOSITIONS: ReadonlySet<string> =
  wordSet(`of for to from by with about against at in on near over under into between within among
  outside inside behind beside around toward towards across through during after before since despite amid without like than via per versus upon`);

/** Forms of be, have and do and modals that stand between a subject and its verb. */
export const AUXILIARIES: ReadonlySet<string> = wordSet(
  `has have had is are was were be been being am will would 'd 'll 've 're did does do`,
);

/** Modals and verbs after which nothing was said. */
export const UNREAL: ReadonlySet<string> =
  wordSet(`would will wouldn't won't 'll 'd could should can must might may cannot can't couldn't shouldn't won't wouldn't didn't doesn't don't
  hasn't haven't hadn't isn't wasn't aren't never not nor`);

/** Verbs that by their form alone carry a clause: "is", "will", "can't". */
export const FINITE_VERBS: ReadonlySet<string> =
  wordSet(`is are was were am has have had do does did will would can could may might must shall should cannot
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't`);

/** Words that open a clause which waits for its main one. */
export const SUBORDINATORS: ReadonlySet<string> = wordSet(
  'if when once unless because although though while after before since until as whenever wherever',
);

/** Words in -ly that are no adverbs. */
const NO_ADVERBS = wordSet(
  'family assembly ally rally supply reply bully belly anomaly monopoly july italy lily emily molly sally kelly billy imply apply comply multiply rely fly only',
);

/** True for adverbs in -ly: "flatly", and not "family". */
export function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !NO_ADVERBS.has(word);
}

/** Adverbs that stand between a subject and its verb besides those in -ly. */
export const ADVERBS: ReadonlySet<string> =
  wordSet(`also then later once again still even just now soon often always sometimes already first further
  too twice thus therefore nonetheless nevertheless instead himself herself itself themselves both all each long ever yesterday today
  tonight monday tuesday wednesday thursday friday saturday sunday meanwhile however though earlier recently afterwards afterward rather simply perhaps`);
