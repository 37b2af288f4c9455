const joined = (list: string): string => list.replace(/\s*\n\s*/g, '');

/** Verbs that tell of what is fixed already when they stand in the present: `the fair opens Friday`. Data. */
const SET_VERBS = joined(
  `meets|opens|begins|starts|resumes|returns|flies|travels|leaves|arrives|departs|gathers|convenes|reconvenes|reopens|closes|lands|plays|votes|hears|hosts
  |publishes|expires|matures|airs|debuts|premieres|launches|retires|turns|ends|joins|visits|speaks|appears|decides|celebrates|performs|faces|enters|steps down|stands (?:trial|down)|appl(?:y|ies) (?:from|on)|(?:is|are) (?:released|held|published|unveiled|sworn in|inaugurated|sentenced|launched|decided)
  |falls on|faces off|kicks off|runs (?:from|through|until)|goes (?:on|up|to|into)|takes (?:office|place|effect|on|over)|comes into|stays (?:shut|closed|open)|go(?:es)? on sale`,
);
/** The same of more than one, where the form is no noun. Data. */
const SET_VERBS_OF_MANY = 'meet|begin|resume|fly|gather|convene|reconvene|reopen|depart|arrive';
/** The same, where only a noun of more than one before it shows the verb. Data. */
const SET_VERBS_BEHIND_NOUN = 'open|close|start|play|vote|return|leave|go|travel|visit|shut(?= at\\b)';
// The words before a verb are looked at behind it: only where one stands, not at each place.
const PRESENT = joined(
  `(?:${SET_VERBS})(?<!\\b(?:the|of|its|their|his|her|all|two|three|tax|home|after|during|for|with|these|those|recent|official|state) (?:${SET_VERBS}))
  |(?:${SET_VERBS_OF_MANY})(?<!(?:\\b(?:to|not|did|could|would|helped|let|made|never|the|a)|n['’]t) (?:${SET_VERBS_OF_MANY}))
  |(?:${SET_VERBS_BEHIND_NOUN})(?<=[a-z]{2}(?<!remain|stay|keep|it|thi|wa|ha|alway|doe)s (?:${SET_VERBS_BEHIND_NOUN}))
  |(?:${SET_VERBS_BEHIND_NOUN})(?<=\\b(?:they|we) (?:${SET_VERBS_BEHIND_NOUN}))`,
);

const WANTED =
  'going|scheduled|planned|plans?|planning|expected|expects?|slated|set|supposed|hope[sd]?|aim(?:s|ed)?|intend(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|agree[sd]?|want(?:s|ed)?|ready|about|likely|threaten(?:s|ed)?|propose[sd]?|offer(?:s|ed)?|prepar(?:es|ed|ing)|have|has|need(?:s|ed)?';
/** Words that put what stands near them into the future; infinitives of purpose count. Data. */
const AHEAD = joined(
  `(?:will|won['’]t|shall|would|['’]ll|to be|must|may|might|should)(?: (?:not|also|be|have|soon|then|still))*(?: [a-z]+)?
  |(?:is|are|was|were)(?: (?:due|set|about|ready|likely|scheduled|expected|slated|planned|supposed|forecast))? to(?: be| have)?(?: [a-z]+)?
  |(?:is|are|was|were) (?:due|set)
  |(?:${WANTED}) to(?: be| have)?(?: [a-z]+)?|plans? (?:for|on)|scheduled|planned|planning|expected|expects?|slated|due(?! to\\b)|upcoming|forthcoming|aims|deadline|set for|effective|expires?|matures?|maturing
  |(?:invited|urged|encouraged) (?:[A-Za-z'’-]+ ){0,4}to [a-z]+|ahead of|in time for|promised?|forecasts? (?:a|an|for)|warn(?:s|ed) of|(?:threaten(?:s|ed)|propos(?:es|ed)) (?:a|an|another|more|further|new)|${PRESENT}`,
);
/** Words that put it into the past; regular verbs are known by their ending. Data. */
const PAST = joined(
  `had been (?:scheduled|expected|due|planned|set|slated)(?: to(?: be)? [a-z]+)?|was|were|had|has|have|did|said|says|saying|calling|citing|describing|denouncing|condemning|praising|blaming|told|been|met|won|fell|rose|came|went|took|began|made|held|found|gave|left|lost|got|led|saw|sent|broke|drew|grew
  |spoke|wrote|struck|shot|became|brought|bought|built|caught|chose|cut|hit|kept|knew|paid|put|ran|sold|sank|stood|swept|thought|threw|since|ago|after|late(?! (?:on|in)\\b)|last
  |(?!united|hundred|indeed|proceed|succeed|exceed)[a-z]{3,20}ed`,
);

/** Every cue of tense; the first group took part where the cue looks ahead. */
export const CUES: RegExp = new RegExp(`\\b(?:(${AHEAD})|(?:${PAST}))(?![A-Za-z])`, 'gi');
/** Cues that decide also when they stand after the date; the first group took part where the cue looks ahead. */
export const FIRST_AFTER: RegExp = new RegExp(
  `\\b(?:(will|won['’]t|must|(?:is|are) (?:expected |scheduled |due |set |likely )?to|(?:is|are) (?:expected|scheduled|due|set)|plans? to|${PRESENT})|(?:was|were|had|said|says|told|has|have|did|(?!united|hundred|indeed|proceed|succeed|exceed)[a-z]{3,20}ed))(?![A-Za-z])`,
  'i',
);
