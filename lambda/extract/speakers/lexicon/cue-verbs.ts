import { inflect } from './inflection.ts';
import { words } from './words.ts';

/**
 * How a verb of saying takes its content. `quote`: a direct quotation; `clause`: a clause with or without "that"; `that`: only with "that", "how",
 * "why" …; `noun`: any object ("denied the claims"); `speechNoun`: an object headed by a noun of speech ("expressed concern"), `statementNoun`: the same where it
 * governs something ("issued a warning about");
 * `infinitive` ("vowed to"); `addressee`: a listener may stand before the content ("told reporters"); `request`: the listener belongs to the
 * content ("urged Congress to act"); `listener`: so it does before a preposition ("advised drivers against the pass"); `placed`: an object and its measure ("put losses at 3 million"); `message`: a plain object that is what was said ("announced her plan"); `naming`: object and what it is called ("called the plan a mistake").
 */
export type Frame =
  | 'quote'
  | 'clause'
  | 'that'
  | 'noun'
  | 'speechNoun'
  | 'statementNoun'
  | 'infinitive'
  | 'addressee'
  | 'request'
  | 'naming'
  | 'listener'
  | 'placed'
  | 'message';

/** A verb of saying: its lemma, its frames and the prepositions that open its content. */
export interface CueVerb {
  lemma: string;
  frames: ReadonlySet<Frame>;
  prepositions: ReadonlySet<string>;
}

/** One form of a verb. */
export interface CueForm {
  verb: CueVerb;
  form: 'base' | 'third' | 'past' | 'participle' | 'ing';
}

// frames | prepositions | lemmas
const LINES = `quote clause||confirm report write state post estimate indicate tweet say add note claim argue insist assert contend maintain allege declare announce predict suggest recall quip joke lament concede
quote clause||proclaim boast brag counter retort opine posit surmise muse marvel gloat protest interject exclaim remark observe reason speculate testify
quote clause noun||acknowledge admit deny disclose reveal explain affirm avow attest aver profess confess divulge mention propose
quote clause noun||emphasize emphasise stress underscore underline highlight reiterate repeat reaffirm restate recommend clarify concede signal
quote clause noun||stipulate specify foresee forecast caution recount relate recollect intimate insinuate imply hint
quote clause addressee||tell assure remind inform notify promise warn guarantee pledge
quote that||reply respond answer continue conclude begin elaborate comment conclude interrupt chime finish intone
quote that|to|complain lament grumble gripe object conclude joke reason complain swear vow pray
quote||ask inquire enquire wonder query shout cry yell scream whisper mutter murmur mumble laugh smile sigh chuckle shrug nod snap sneer scoff
quote||retweet chant deadpan drawl enthuse gush fume rant rave thunder roar bellow bark growl groan moan sob plead intone croak hiss shriek holler
quote||crack gasp exhort sneer bristle venture volunteer offer rail blurt stammer stutter wail whine sniff recite read sing summarize
quote that addressee|about|advise brief lecture
quote that addressee request||urge ask implore beseech beg exhort instruct order
quote that noun request|on|advise
|of|remind inform boast
message||announce report note predict recall promise pledge vow
|about for|ask press
quote that||charge grouse fret worry vent warn confide elaborate ponder wonder anticipate object
quote clause|on|agree
quote clause||complain
noun||spurn bewail knock chide assail scorn rue
noun quote||lambast
request noun||encourage challenge press warn
noun request||tell ask direct forbid
noun quote||criticize criticise condemn denounce praise blast slam rip attack assail hail reject dismiss decry deplore lambaste lambast applaud
noun quote||defend rebuke ridicule mock deride disparage belittle chide scold berate bash castigate chastise excoriate commend laud hail
noun quote||question dispute rebut refute contradict lament bemoan bewail downplay tout trumpet extol
noun quote||denigrate vilify malign demean lampoon skewer savage pillory upbraid reprimand admonish reproach censure decry
noun quote||endorse reference echo
noun quote||detail outline describe explain define summarize summarise characterize characterise cite
noun that||underplay dispel renounce disavow disown repudiate retract recant
quote that||appeal suggest rule
noun that quote||advocate advise demand propose promise
noun|of for|accuse blame thank fault congratulate credit
naming quote||call label brand dub term deem describe characterize characterise portray depict paint dismiss denounce hail decry deride
naming quote||pronounce declare proclaim
speechNoun||tweet announce express voice convey offer echo air utter vent repeat reiterate
statementNoun||make give deliver send level launch raise lodge extend issue
infinitive that||vow pledge promise threaten swear offer
infinitive||propose
that||demand insist
that noun||argue
that quote addressee||show teach
||speak talk
|against of about over|warn caution
|for|call argue plead appeal advocate pray press push
|on to|call appeal
|about of|complain speak talk brag boast joke rant testify speculate
|against|argue protest rail inveigh testify speak
|to|object refer allude admit confess testify attest pledge appeal
|on upon|comment elaborate expand insist remark opine
quote|with|disagree agree
quote that||share
noun that||request
quote||smirk snarl grin beam wink frown grumble sputter snort purr coo bark wheeze quaver sing-song reassure console taunt tease jeer heckle chirp
request noun||invite
|on|call
quote clause addressee||inform
|for|call
request||call counsel caution
|against|advise counsel caution urge
listener|against|advise counsel caution warn
placed|at|put estimate value
quote||remember reminisce recollect agree
|at|hint scoff
|for|apologize apologise
quote clause|against|vow
quote that||philosophize pontificate sermonize preach harangue orate reminisce commiserate hypothesize hypothesise theorize theorise postulate extrapolate`;

const verbs = new Map<string, { frames: Set<Frame>; prepositions: Set<string> }>();
for (const line of LINES.split('\n')) {
  const [frames = '', prepositions = '', lemmas = ''] = line.split('|');
  for (const lemma of words(lemmas)) {
    const verb = verbs.get(lemma) ?? { frames: new Set(), prepositions: new Set() };
    for (const frame of words(frames)) verb.frames.add(frame as Frame);
    for (const preposition of words(prepositions)) verb.prepositions.add(preposition);
    verbs.set(lemma, verb);
  }
}

const forms = new Map<string, CueForm>();
for (const [lemma, { frames, prepositions }] of verbs) {
  const verb = { lemma, frames, prepositions };
  for (const [form, spellings] of inflect(lemma)) {
    // "read" and "cut" are past as often as base, and only the past fits any subject
    for (const spelling of spellings) if (!forms.has(spelling) || form === 'past') forms.set(spelling, { verb, form });
  }
}

/** The verb of saying that `word` (lower case) is a form of, or `undefined`. */
export function cueForm(word: string): CueForm | undefined {
  return forms.get(word);
}

/** All lemmas, for tests and statistics. */
export function cueLemmas(): string[] {
  return [...verbs.keys()];
}
