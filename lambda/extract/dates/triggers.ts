/** Kinds of words at which rules begin. */
export type Trigger =
  | 'number'
  | 'month'
  | 'weekday'
  | 'day'
  | 'which'
  | 'ordinal'
  | 'season'
  | 'count'
  | 'clock'
  | 'holiday'
  | 'unit'
  | 'code'
  | 'span'
  | 'vague'
  | 'often'
  | 'reference';

const WORDS: Record<Exclude<Trigger, 'number'>, string> = {
  month: `january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec`,
  weekday: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mondays
    tuesdays wednesdays thursdays fridays saturdays sundays`,
  day: 'today yesterday tomorrow tonight',
  which:
    'last this next past coming previous following same that earlier later current latest each every corresponding comparable',
  ordinal: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth final opening closing`,
  season: 'spring summer fall autumn winter',
  count: `a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several`,
  clock: 'noon midnight midday',
  holiday: `new martin valentine st saint good easter memorial independence juneteenth labor labour columbus halloween veterans
    thanksgiving christmas boxing international earth groundhog armistice
    presidents washington australia anzac shrove ash palm maundy ascension whit pentecost canada bastille remembrance black cyber all`,
  unit: 'quarter period year weekend full fiscal financial business nineties eighties seventies sixties fifties forties thirties twenties day week month',
  code: 'q h fy',
  span: `seconds minutes hours days weeks months quarters years decades centuries daylong weeklong monthlong yearlong hour minute decade`,
  vague: 'few recent many some couple number dozens hundreds thousands',
  often: 'daily nightly weekly monthly annually yearly',
  reference: 'now currently nowadays these recently previously formerly future mid',
};

const KIND = new Map<string, Trigger>();
for (const [kind, list] of Object.entries(WORDS)) {
  for (const word of list.split(/\s+/)) KIND.set(word, kind as Trigger);
}
const LONGEST = Math.max(...[...KIND.keys()].map((word) => word.length));

/** The kind of a word, or `undefined` for words at which no rule begins. */
export function triggerOf(word: string): Trigger | undefined {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return word.length <= 4 ? 'number' : undefined;
  return word.length > LONGEST ? undefined : KIND.get(word.toLowerCase());
}
