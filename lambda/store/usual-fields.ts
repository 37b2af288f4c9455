import { isDeepStrictEqual } from 'node:util';

type Fields = Record<string, unknown>;

/** What fields of a record mostly are. Each is told by the record's keys, or by fields that stand before it in the list or not in it at all. */
export type UsualFields = readonly (readonly [name: string, usual: (known: Fields) => unknown])[];

/** The fields without those that are as they mostly are; `keys` are told too, and not in the answer. */
export function withoutUsual(fields: Fields, keys: Fields, usual: UsualFields): Fields {
  const known = { ...fields, ...keys };
  const own = { ...fields };
  for (const [name, tell] of usual) {
    if (name in own && isDeepStrictEqual(own[name], tell(known))) delete own[name];
  }
  return own;
}

/** All fields, of what `withoutUsual` left and the keys; what an earlier version stored whole stays as it is. */
export function withUsual(stored: Fields, usual: UsualFields): Fields {
  const known = { ...stored };
  for (const [name, tell] of usual) {
    if (!(name in known)) known[name] = tell(known);
  }
  return known;
}
