import type { DateRole } from '../../model/date-mention.ts';
import type { StatementSpeaker } from '../../model/speaker.ts';

const RULES: Record<string, string> = {
  transcript: 'a transcript: the speaker’s name, then the words',
  'quote-then-speaker': 'a quotation, then who said it',
  'quote-then-verb': 'a quotation, then a verb of saying with its subject',
  'speaker-then-quote': 'who said it, then a quotation',
  'according-to': '“according to” and the like',
  postposed: 'the words first, then “…, she said”',
  'that-clause': 'a verb of saying with “that” or a question',
  'bare-clause': 'a verb of saying with a clause of its own',
  'speech-noun': 'a verb with a noun of speech, as “expressed concern”',
  complement: 'a verb of saying with “to”, “against” or a request',
  object: 'a verb of saying with an object, as “rejected the plan”',
  'infinitive-cue': 'a verb of saying in the infinitive',
  'colon-lead-in': 'a lead-in that ends with a colon',
  participle: 'a participle, as “adding that …”',
  continuation: 'a quotation that goes on from the sentence before',
  'follow-up': 'a quotation without a cue, behind one of the same speaker',
  'noun-cue': 'a noun of speech, as “her warning that …”',
  signature: 'a text with the name set below it',
};

/** What a rule looks for; a rule that has no words here goes by its name. */
export function ruleInWords(rule: string): string {
  return RULES[rule] ?? rule.replaceAll('-', ' ');
}

/** How the words in the text led to the speaker. */
export function resolutionInWords({ name, mention, resolution }: StatementSpeaker, named: string | null): string {
  const by = `“${mention.text}”`;
  const before = named === null ? '' : `, named before as “${named}”`;
  switch (resolution) {
    case 'explicit':
      return `${by} names the speaker in full.`;
    case 'alias':
      return `${by} is a part of the name ${name}${before}.`;
    case 'role':
      return `${by} is the office in which this text speaks of ${name}${before}.`;
    case 'pronoun':
      return `${by} is read as ${name}: who was the subject or spoke last before it, and agrees in gender${before}.`;
    default:
      return 'An operator has said who it was.';
  }
}

/** What a text uses a date for. */
export const DATE_ROLE_IN_WORDS: Record<DateRole, string> = {
  reported: 'told of',
  scheduled: 'planned',
  since: 'since then',
  deadline: 'deadline',
  range: 'part of a range',
};
