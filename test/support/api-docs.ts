import { allRoutes } from '../../lambda/api/all-routes.ts';
import { components } from '../../lambda/api/components.ts';
import { openApiDocument } from '../../lambda/api/kernel/openapi/document.ts';

const BEGIN = '<!-- The reference, made by `npm run docs:api` of the OpenAPI document. -->';
const END = '<!-- The end of the reference. -->';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Record<string, unknown>;
}

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  'x-scope': string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: { $ref?: string } }> }>;
}

/** The page with its reference made anew; throws where it has no place for it. */
export function withReference(page: string): string {
  const [before, rest] = page.split(`${BEGIN}\n`);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined)
    throw new Error('docs/http-api.md has lost the marks of its reference');
  return `${before}${BEGIN}\n\n${reference()}\n${END}${after}`;
}

/** Every route with its parameters, what it takes and what it answers. */
function reference(): string {
  const { paths } = openApiDocument(allRoutes, components);
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => section(method, path, operation as unknown as Operation)),
    )
    .join('\n');
}

function section(method: string, path: string, operation: Operation): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const scope = operation['x-scope'] === 'admin' ? ' Takes a key of the scope `admin`.' : '';
  return [
    `### ${method.toUpperCase()} ${path}`,
    '',
    `${summary}.${description ? ` ${description}` : ''}${scope}`,
    '',
    ...(parameters.length > 0 ? [...table(parameters), ''] : []),
    ...(requestBody ? [`Body: JSON as ${nameOf(requestBody.content['application/json']?.schema)}.`, ''] : []),
    ...answers(responses),
    '',
  ].join('\n');
}

function table(parameters: Parameter[]): string[] {
  return [
    '| parameter | is | meaning |',
    '| --- | --- | --- |',
    ...parameters.map(({ name, in: place, required, description = '', schema }) => {
      const where = place === 'path' ? ' (path)' : required ? ' (needed)' : '';
      return `| \`${name}\`${where} | ${cell(kindOf(schema))} | ${cell(description)} |`;
    }),
  ];
}

function kindOf(schema: Record<string, unknown>): string {
  const { type, enum: values, minimum, maximum, maxLength, anyOf, format } = schema;
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(', ');
  if (Array.isArray(anyOf)) return anyOf.map((one: { format?: string }) => one.format ?? '').join(' or ');
  if (typeof format === 'string') return format;
  if (minimum !== undefined || maximum !== undefined) return `${type}, ${minimum ?? ''} to ${maximum ?? ''}`;
  return maxLength === undefined ? String(type) : `${type}, at most ${maxLength} characters`;
}

function answers(responses: Operation['responses']): string[] {
  const good = Object.entries(responses).filter(([status]) => Number(status) < 300);
  const problems = Object.keys(responses).filter((status) => Number(status) >= 400);
  return [
    ...good.map(([status, { description = '', content = {} }]) => {
      const forms = Object.entries(content).map(
        ([type, { schema }]) => `\`${type}\`${schema.$ref ? ` ${nameOf(schema)}` : ''}`,
      );
      return `- **${status}** ${description}${forms.length > 0 ? `: ${forms.join(', ')}` : ''}`;
    }),
    `- Problems: ${problems.join(', ')}`,
  ];
}

function nameOf(schema: { $ref?: string } | undefined): string {
  return `\`${schema?.$ref?.split('/').at(-1) ?? 'any'}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
