import type { CorrectionDecision } from '../../lambda/model/correction.ts';

/** What a correction says, in words: `said by Ada Brook; the words are “…”`. */
export function correctionInWords({ notAStatement, speaker, words, note }: CorrectionDecision): string {
  const parts = [
    notAStatement ? 'is no statement' : '',
    speaker === undefined ? '' : speaker === null ? 'nobody knows who said it' : `said by ${speaker.name}`,
    words === undefined ? '' : `the words are “${words}”`,
  ].filter((part) => part !== '');
  return `${parts.join('; ')}${note === null ? '' : ` (${note})`}`;
}
