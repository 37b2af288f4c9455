import { type Statement, statementSchema } from '../../model/statement.ts';
import { defineRecord } from '../table/codec.ts';
import { at, bounded, digits, digitsDown } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

type Place = Pick<Statement, 'id' | 'itemId' | 'edition' | 'sortAt' | 'start'>;

/** The end of a statement's id tells statements with the same start apart. */
const endOf = (id: string): string => id.slice(-8);

/** What the sort keys of an edition's statements begin with, in the item's partition. */
export const statementsOf = (edition: string): string => `STMT#${edition}#`;

/** In gsi1, by `sortAt` of the items. */
export const statementsOfSpeaker = (speakerId: string): string => `SPEAKER#${bounded(speakerId)}`;

/** Where a statement stands in lists. Offsets count down, so that a list from the newest on has each item's statements in text order. */
export const statementPosition = ({ sortAt, itemId, start, id }: Omit<Place, 'edition'>): string =>
  at(sortAt, itemId, digitsDown(start), endOf(id));

/** The key of a statement. */
export const statementKey = ({ itemId, edition, start, id }: Omit<Place, 'sortAt'>): Key => ({
  pk: `ITEM#${itemId}`,
  sk: `${statementsOf(edition)}${digits(start)}#${endOf(id)}`,
});

/** A statement; in gsi1 by its speaker, where that has an id and no operator has struck the statement. */
export const statementRecord = defineRecord(statementSchema, (statement) => {
  const speakerId = statement.correction?.notAStatement ? null : (statement.speaker?.id ?? null);
  return {
    ...statementKey(statement),
    ...(speakerId === null
      ? {}
      : {
          gsi1pk: statementsOfSpeaker(speakerId),
          gsi1sk: `${statementPosition(statement)}#${statement.edition}`,
        }),
  };
});

/** The key of the statement that stands at that position in lists, in this edition of its item. */
export function statementKeyAt(position: string, edition: string): Key {
  const [, itemId = '', down = '', end = ''] = position.split('#');
  return { pk: `ITEM#${itemId}`, sk: `${statementsOf(edition)}${digitsDown(Number(down))}#${end}` };
}
