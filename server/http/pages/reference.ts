import { z } from 'zod';
import { problems } from '../../errors.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { anchorOf } from './page.ts';
import { type Schema, schemaSchema, schemaText } from './schema-text.ts';

const content = z.record(z.string(), z.object({ schema: schemaSchema }));

/** The part of the OpenAPI document that the page is made of. */
const documentSchema = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string(),
    z.object({
      post: z.object({
        summary: z.string(),
        description: z.string(),
        requestBody: z.object({ content }),
        responses: z.record(z.string(), z.object({ description: z.string(), content })),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});

type Operation = z.infer<typeof documentSchema>['paths'][string]['post'];

const schemaOf = (part: z.infer<typeof content> | undefined): Schema =>
  Object.values(part ?? {})[0]?.schema ?? {};

const code = new RegExp(`\\b(?:${Object.keys(problems).join('|')})\\b`, 'g');

const linked = (description: string): string =>
  description.replaceAll(code, (name) => `[${name}](/errors#${name})`);

const operationText = (path: string, { summary, description, requestBody, responses }: Operation): string => {
  const failures = Object.entries(responses).filter(([status]) => status !== '200');
  return `## ${summary}

\`POST ${path}\`

${description}

### Request: ${summary}

${schemaText(schemaOf(requestBody.content))}

### Answer: ${summary}

${schemaText(schemaOf(responses['200']?.content))}

### Failures: ${summary}

${failures.map(([status, failure]) => `- **${status}**: ${linked(failure.description)}`).join('\n')}
`;
};

/** The OpenAPI document as Markdown that people read. */
export const referenceText = (document: OpenApiDocument): string => {
  const { info, paths, components } = documentSchema.parse(document);
  const operations = Object.entries(paths);
  const list = operations.map(([, { post }]) => `- [${post.summary}](#${anchorOf(post.summary)})`);
  const shared = Object.entries(components.schemas).map(
    ([name, schema]) => `## ${name}\n\n${schemaText(schema)}`,
  );
  return [
    `# ${info.title} ${info.version}`,
    info.description,
    'Each failure is a [Problem](#Problem); [every code](/errors) has a remedy.',
    list.join('\n'),
    ...operations.map(([path, { post }]) => operationText(path, post)),
    ...shared,
  ].join('\n\n');
};
