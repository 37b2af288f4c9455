/** Whether `and` joins two ends that are no range: `3 and 9 May` names two days, `3 and 4 May` and `between 3 and 9 May` a stretch. */
export function isMereList(words: string, distance: number, before: string): boolean {
  return distance !== 1 && /\sand\s/i.test(words) && !/\bbetween\s$/i.test(before);
}
