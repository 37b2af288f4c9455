import { wordSet } from './words.ts';

/** Nouns of speech or stance: what one expresses, voices, issues or raises, and what a clause with "that" may hang on. */
export const SPEECH_NOUNS: ReadonlySet<string> =
  wordSet(`concern concerns confidence hope hopes regret regrets doubt doubts support solidarity sympathy
  condolences gratitude thanks appreciation optimism pessimism skepticism scepticism frustration anger outrage dismay disappointment disapproval dissatisfaction
  satisfaction surprise shock alarm fear fears worry worries anxiety unease sorrow sadness grief remorse remorse commitment readiness
  willingness unwillingness desire interest determination resolve conviction belief opinion opinions view views sentiment sentiments opposition objection
  objections criticism criticisms complaint complaints accusation accusations allegation allegations claim claims charge charges assertion assertions
  argument arguments statement statements comment comments remark remarks warning warnings threat threats call calls plea pleas appeal appeals demand demands
  request requests promise promises pledge pledges vow assurance assurances reassurance apology apologies denial denials rebuke praise endorsement
  congratulations question questions caution skepticism reservations misgivings displeasure indignation admiration respect joy delight relief happiness
  pride disgust contempt horror astonishment bewilderment uncertainty certainty message messages suggestion suggestions proposal prediction predictions
  declaration ultimatum invitation greetings wishes encouragement sharp harsh case prayers empathy agreement disagreement enthusiasm exasperation confidence`);

/** What one calls when one convenes it or has it begin: "called a strike" is a deed. */
export const CONVENED: ReadonlySet<string> =
  wordSet(`strike strikes election elections referendum referendums vote votes meeting meetings session sessions halt truce ceasefire
  boycott conference summit rally protest protests witness witnesses police ambulance timeout time-out march demonstration hearing assembly press-conference poll`);

/** Whom one tells: plain words for listeners. */
export const LISTENERS: ReadonlySet<string> =
  wordSet(`reporters journalists lawmakers supporters voters viewers listeners readers delegates investors analysts
  parliament congress senators congressmen jurors officials colleagues friends fans crowds audiences parents students staff employees police
  investigators prosecutors donors activists them him her us me you people everyone everybody others newsmen attendees members
  residents workers soldiers troops shareholders`);

/** Gatherings and channels that one tells something: "told a conference call". */
export const GATHERINGS: ReadonlySet<string> = wordSet(
  'briefing conference call meeting forum panel committee commission tribunal congregation assembly seminar podcast',
);

/** Nouns of the occasion or the channel of saying: "in a statement", "on Twitter", "at a rally". */
export const OCCASIONS: ReadonlySet<string> =
  wordSet(`statement interview interviews email e-mail letter tweet tweets post posts speech address briefing conference news press
  rally event meeting hearing debate call video message messages release note report memo article column editorial book op-ed essay
  podcast broadcast show program programme appearance remarks comments testimony filing lawsuit court session forum town
  hall summit ceremony reception dinner lunch breakfast visit trip tour stop twitter facebook instagram telegram youtube x television tv radio
  phone telephone response reply answer turn part reference relation regard opening closing morning afternoon evening night day week
  month year interviewers microphone stage floor monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december private public passing detail jest particular conversation conversations discussion exchange
  study journal survey readout communique communiqué bulletin dispatch notice submission presentation update
  segment series string writing announcement convention vote dismay affidavit deposition transcript recording clip campaign website blog weekend sunday's`);

const GOVERNED = new Map<string, ReadonlySet<string>>();
for (const [openers, nouns] of Object.entries({
  that: `claim claims assertion assertions contention argument allegation allegations accusation accusations suggestion insistence declaration
  statement statements remark remarks comment comments complaint complaints prediction assurance assurances warning warnings promise pledge vow admission
  acknowledgment acknowledgement announcement`,
  to: 'promise promises pledge pledges vow vows threat threats',
  for: 'call calls demand demands plea pleas',
})) {
  for (const noun of nouns.split(/\s+/)) GOVERNED.set(noun, new Set([...(GOVERNED.get(noun) ?? []), openers]));
}

/** The words that open what a noun of speech governs ("claim that", "call for"), or `undefined` for other nouns. */
export function governedBy(noun: string): ReadonlySet<string> | undefined {
  return GOVERNED.get(noun);
}
