import { z } from 'zod';
import { problems } from '../../errors.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { anchorOf } from './page.ts';
import { type Schema, schemaSchema, schemaText } from './schema-text.ts';

const content = z.record(z.string(), z.object({ schema: schemaSchema }));

const operationSchema = z.object({
  summary: z.string(),
  description: z.string(),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string(),
      headers: z.record(z.string(), z.object({ description: z.string() })),
      content,
    }),
  ),
});

/** The part of the OpenAPI document that the page is made of. */
const documentSchema = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});

type Operation = z.infer<typeof operationSchema>;
type Answer = Operation['responses'][string];

const schemaOf = (part: z.infer<typeof content> | undefined): Schema =>
  Object.values(part ?? {})[0]?.schema ?? {};

const code = new RegExp(`\\b(?:${Object.keys(problems).join('|')})\\b`, 'g');

const linked = (description: string): string =>
  description.replaceAll(code, (name) => `[${name}](/errors#${name})`);

const headersText = ({ headers }: Answer): string =>
  Object.entries(headers)
    .map(([name, { description }]) => ` Header ${name}: ${description}`)
    .join('');

const answersText = (answers: readonly [string, Answer][]): string =>
  answers
    .map(([status, answer]) => `- **${status}**: ${linked(answer.description)}${headersText(answer)}`)
    .join('\n');

const operationText = (method: string, path: string, operation: Operation): string => {
  const { summary, description, requestBody, responses } = operation;
  const answers = Object.entries(responses);
  const request = requestBody && `### Request: ${summary}\n\n${schemaText(schemaOf(requestBody.content))}`;
  return [
    `## ${summary}`,
    `\`${method.toUpperCase()} ${path}\``,
    description,
    ...(request === undefined ? [] : [request]),
    `### Answer: ${summary}`,
    schemaText(schemaOf(responses['200']?.content)),
    `### Statuses: ${summary}`,
    answersText(answers),
  ].join('\n\n');
};

/** The OpenAPI document as Markdown that people read. */
export const referenceText = (document: OpenApiDocument): string => {
  const { info, paths, components } = documentSchema.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const list = operations.map(({ operation: { summary } }) => `- [${summary}](#${anchorOf(summary)})`);
  const shared = Object.entries(components.schemas).map(
    ([name, schema]) => `## ${name}\n\n${schemaText(schema)}`,
  );
  return [
    `# ${info.title} ${info.version}`,
    info.description,
    'Each failure is a [Problem](#Problem); [every code](/errors) has a remedy.',
    list.join('\n'),
    ...operations.map(({ method, path, operation }) => operationText(method, path, operation)),
    ...shared,
  ].join('\n\n');
};
