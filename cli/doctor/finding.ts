/** What one check of `dateline doctor` has found. */
export interface Finding {
  /** Its stable name, as `feeds`. */
  check: string;
  /** `problem`: something has to be done; `warning`: it should be looked at. */
  level: 'ok' | 'warning' | 'problem';
  /** What is so, in a sentence. */
  message: string;
  /** What to do, where there is something to do. */
  advice: string | null;
}

/** A finding that all is well. */
export const fine = (check: string, message: string): Finding => ({ check, level: 'ok', message, advice: null });

/** A finding that something should be looked at. */
export const warning = (check: string, message: string, advice: string): Finding => ({
  check,
  level: 'warning',
  message,
  advice,
});

/** A finding that something has to be done. */
export const problem = (check: string, message: string, advice: string): Finding => ({
  check,
  level: 'problem',
  message,
  advice,
});

/** A stretch of time in the largest unit that says enough, as `3 hours`. */
export function stretchInWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** A share in whole per cent. */
export const perCent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${Math.round((100 * part) / whole)} %`;
