import * as z from 'zod';
import { statementSchema } from '../../model/statement.ts';

type Fields = Record<string, unknown>;

const SHARED = { itemId: true, revision: true, feedId: true, url: true, sortAt: true, language: true } as const;
const packedSchema = z.object({
  shared: statementSchema.pick(SHARED),
  statements: z.array(z.record(z.string(), z.unknown())),
});

/** All statements of a revision as earlier versions packed them, to be checked by their schema; throws where they are not such. */
export function restoreFormerStatements(value: unknown): Fields[] {
  const { shared, statements } = packedSchema.parse(value);
  return statements.map((stored) => {
    const own = withEnds(stored);
    const { start, end } = own;
    return { spans: [{ start, end }], ...own, ...shared };
  });
}

/** Ends of statement, cue and mention were left out where they are as many characters behind the start as the text has. */
function withEnds(own: Fields): Fields {
  const changed = { ...own };
  const speaker = own.speaker as Fields | null | undefined;
  if (own.cue) changed.cue = withEnd(own.cue as Fields);
  if (speaker?.mention) changed.speaker = { ...speaker, mention: withEnd(speaker.mention as Fields) };
  return withEnd(changed);
}

function withEnd(place: Fields): Fields {
  const { text, start } = place;
  return place.end === undefined ? { ...place, end: Number(start) + String(text).length } : place;
}
