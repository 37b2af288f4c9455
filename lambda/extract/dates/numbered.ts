/** Things that bear a number, in any case: a number of four digits behind one of them is no year. Data. */
const NUMBERED =
  'flight|room|suite|apartment|apt|building|gate|platform|terminal|hangar|berth|bus|tram|train|coach|route|highway|interstate|motorway|exit|junction|box|locker|channel|page|chapter|verse|section|article|clause|paragraph|resolution|decree|docket|ticket|invoice|form|lot|plot|badge|model|version|serial|asteroid|comet|number|nr|extension|code|pin|zip|psalm|hymn|opus|cell|seat|booth|counter|stall|hotline|dial|squadron|battalion|regiment|brigade|precinct|warehouse|cabin|container|wagon|locomotive|vessel|hull|satellite|permit|licen[cs]e|patent|account|policy|claim|complaint|recall|lane|elevation|altitude|mile|milepost|kilomet(?:er|re)|sheet|slide|exhibit|annex|appendix|footnote|chassis|engine|unit|memo|circular|notice|tender';
/** The same, where only a capital shows that a name is meant. Data. */
const NUMBERED_NAMES =
  'Local|Lodge|Windows|Line|Case|File|Item|Block|Track|Type|Hall|Level|Bed|Row|Desk|Ladder|Truck|Car|Cabinet|Airbus|Boeing|Embraer|Bombardier|Cessna|Peugeot|Fiat|Porsche|Nokia|ISO|IEC|RFC|DIN|NGC|IC|HMS|Road|Rule|Code|Ship|Tanker|Dock|Pier|Bay|Tower|Ward|Site|Camp|Post|Station|Depot|School|Unit';
const ANY_CASE = new RegExp(`(?<![A-Za-z])(?:${NUMBERED})s?(?:\\s(?:no\\.?|number))?\\s$`, 'i');
const CAPITAL = new RegExp(`(?<![A-Za-z])(?:${NUMBERED_NAMES})\\s$`);

/** Whether the words right before a number name something that bears numbers, as `Flight 1812` and `Resolution 2024`. */
export function isNumberOfThing(before: string): boolean {
  return ANY_CASE.test(before) || CAPITAL.test(before);
}

/** What shows that minutes and seconds are those of a game or a race. Data. */
const OF_GAME =
  /\b(?:scor(?:ed?|es|ing)|goals?|netted|equali[sz]ed|power[- ]play|short-handed|assist(?:s|ed)?|touchdowns?|field\sgoal|overtime|innings?|first\speriod|second\speriod|third\speriod|stoppage|personal\sbest|lap\stime|clocked|(?:a|in|his|her|the)\stime\sof|pace\sof)\b/i;
const GAME_CLOCK =
  /^\s(?:(?:of|in|into|on)\sthe\s(?:opening|final|first|second|third|fourth|extra|1st|2nd|3rd|4th|clock|game|match|half|period|quarter|overtime)|left|remaining|mark\b|to\s(?:go|play)\b)/i;
/** What follows a time of day all the same. */
const OF_DAY =
  /^\s?(?:,\s)?(?:on\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|[A-Z][a-z]{2}|\d)|today|tomorrow|yesterday|tonight|local|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i;

/** Four digits of a clock need a day behind them, or begin with a nought: `from 0530`, `at 1730 on Friday`. */
export function isPlainClock(digits: string, after: string): boolean {
  return digits.startsWith('0') || OF_DAY.test(after);
}

/** Whether a clock without a zone, between these words of its sentence, shows the time of a game and not of the day. */
export function isGameClock(before: string, after: string): boolean {
  if (GAME_CLOCK.test(after)) return true;
  return OF_GAME.test(before) && !OF_DAY.test(after);
}
