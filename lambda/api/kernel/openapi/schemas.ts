import * as z from 'zod';
import type { Route } from '../routes/route.ts';

/** A JSON Schema, as far as this document looks into it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const JSON_TYPE = /[/+]json$/;

/** The shapes of all answers and bodies by name, and what to write in the place of each. */
export interface Schemas {
  all: Record<string, JsonSchema>;
  /** A reference to a shape that has a name, the shape itself where it has none. */
  of(schema: z.ZodType): JsonSchema;
}

/** Names every shape that the routes answer or take as JSON, and turns them into JSON Schemas. `named` are shapes whose names are given. */
export function collectSchemas(routes: readonly Route[], named: Readonly<Record<string, z.ZodType>>): Schemas {
  const answered = z.registry<{ id: string }>();
  const taken = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>();
  const add = (registry: typeof answered, schema: z.ZodType, id: string): void => {
    if (names.has(schema)) return;
    names.set(schema, id);
    registry.add(schema, { id });
  };
  for (const [id, schema] of Object.entries(named)) add(answered, schema, id);
  for (const { name, answers, body } of routes) {
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    for (const { content = {} } of Object.values(answers)) {
      for (const [type, schema] of Object.entries(content)) {
        if (type === 'application/json') add(answered, schema, `${title}Answer`);
        else if (JSON_TYPE.test(type)) add(answered, schema, `${title}${camel(type)}`);
      }
    }
    if (!(body instanceof z.ZodUndefined)) add(taken, body, `${title}Body`);
  }
  return {
    all: { ...asJsonSchemas(answered, 'output'), ...asJsonSchemas(taken, 'input') },
    of(schema) {
      const id = names.get(schema);
      return id === undefined ? withoutDialect(z.toJSONSchema(schema, { io: 'output' })) : { $ref: referenceTo(id) };
    },
  };
}

/** The schema without the keys that say which dialect it is: the document says so once. */
export function withoutDialect({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function asJsonSchemas(registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output') {
  const { schemas } = z.toJSONSchema(registry, { uri: referenceTo, io });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutDialect(schema)]));
}

const referenceTo = (id: string): string => `#/components/schemas/${id}`;

/** `application/feed+json` as `FeedJson`. */
function camel(type: string): string {
  return type
    .slice(type.indexOf('/') + 1)
    .split(/[^a-z0-9]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
