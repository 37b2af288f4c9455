import type { Frame } from './cue-verbs.ts';
import { inflect } from './inflection.ts';
import { words } from './words.ts';

/** A verb of saying made of several words; `tail` is what follows the verb. */
export interface CuePhrase {
  lemma: string;
  tail: readonly string[];
  frames: ReadonlySet<Frame>;
}

/** A phrase together with the form that its verb has. */
export interface PhraseForm {
  phrase: CuePhrase;
  form: 'base' | 'third' | 'past' | 'participle' | 'ing';
}

// frames | phrases
const LINES = `quote that|go on;weigh in;chime in;cut in;push back;come back;fire back;shoot back;hit back;write back;call out;cry out;blurt out;pipe up;speak up;sum up;clap back
quote clause|point out;make clear;make it clear;make plain;spell out;let it be known;go so far as to say;drive home;note with concern
quote clause|serve notice;give notice;make the case;make the point;make the argument;hold out hope;take note;sound the alarm
quote noun|lash out at;hit out at;speak out against;speak out about;speak out on;take aim at;take issue with;push back against;push back on;fire back at;hit back at
quote noun|take a swipe at;take a shot at;take a jab at;poke fun at;cast doubt on;cast doubts on;throw cold water on;pour cold water on;shed light on
quote noun|draw attention to;call attention to;pay tribute to;give credit to;lay out;lay into;tear into;rail against;rail at;brush off;brush aside;play down;shrug off;wave off
quote noun|rule out;call out;single out;touch upon;reflect on;elaborate on;double down on;back away from;back off from;walk back
quote noun|come out against;come out in favor of;speak in favor of;speak in support of;argue in favor of;make the case for;make the case against;make a case for
quote noun|speak of;speak about;talk about;talk up;vouch for
quote noun|lay blame on;put the blame on;pin the blame on;point the finger at;point to
quote noun|sympathize with;sympathise with;differ with;find fault with;take exception to;raise questions about;raise doubts about;raise concerns about
naming|speak of;write off
quote|put it;have this to say;have this message;put it this way
quote clause|serve notice;be quoted as saying;be cited as saying;be heard saying;be recorded saying;be reported as saying;be on record saying;have it
clause|take pains to say;leave no doubt;make no secret;make a point of saying;hasten to add;be adamant;be clear;be confident;be emphatic;be explicit`;

type Forms = ReturnType<typeof inflect>;
const BE: Forms = [
  ['third', ['is']],
  ['base', ['are', 'be']],
  ['past', ['was', 'were']],
  ['participle', ['been']],
];
const HAVE: Forms = [
  ['third', ['has']],
  ['base', ['have']],
  ['past', ['had']],
];

const byForm = new Map<string, PhraseForm[]>();
for (const line of LINES.split('\n')) {
  const [frames = '', phrases = ''] = line.split('|');
  for (const text of phrases.split(';')) {
    const [verb = '', ...tail] = words(text);
    if (tail.length === 0) continue;
    const phrase = { lemma: text, tail, frames: new Set(words(frames) as Frame[]) };
    const forms = verb === 'be' ? BE : verb === 'have' ? HAVE : inflect(verb);
    for (const [form, spellings] of forms) {
      for (const spelling of spellings) {
        const known = byForm.get(spelling) ?? [];
        byForm.set(
          spelling,
          // "put" is past as often as base, and only the past fits any subject
          [...known, { phrase, form }].sort(
            (a, b) =>
              b.phrase.tail.length - a.phrase.tail.length || Number(b.form === 'past') - Number(a.form === 'past'),
          ),
        );
      }
    }
  }
}

/** Phrases that may begin with `word` (lower case), longest first. */
export function cuePhrases(word: string): readonly PhraseForm[] {
  return byForm.get(word) ?? [];
}
