import type { Statement } from '../model/statement.ts';

type Said = Pick<Statement, 'text' | 'frame' | 'cue' | 'start'>;

const IN_TOUCH = 2;

/** A statement as a reader takes it: its text, behind its verb where the words are no sentence without it ("denied those claims"). */
export function readableStatement({ text, frame, cue, start }: Said): string {
  if (frame === undefined || frame === 'clause' || frame === 'quotation' || cue === null) return text;
  if (cue.end > start) return text;
  return start - cue.end <= IN_TOUCH ? `${cue.text} ${text}` : `${cue.text} … ${text}`;
}
