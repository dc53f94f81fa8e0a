import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { problems, type ProblemCode } from '../errors.ts';
import { factsSchema } from './facts.ts';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const problemSchemaNamed = problemSchema.meta({ id: 'Problem' });

/** Problem answers are grouped by status, each with the codes that carry it. */
const problemAnswers = () => {
  const codes = Object.entries(problems) as [ProblemCode, (typeof problems)[ProblemCode]][];
  const statuses = Map.groupBy(codes, ([, [status]]) => status);
  return Object.fromEntries(
    [...statuses].map(([status, entries]) => [
      `${status}` as `${1 | 2 | 3 | 4 | 5}${string}`,
      {
        description: `A problem: ${entries.map(([code]) => code).join(', ')}.`,
        content: { 'application/problem+json': { schema: problemSchemaNamed } },
      },
    ]),
  );
};

const operation = (route: Route) => ({
  post: {
    operationId: route.operation,
    summary: route.summary,
    description: `Operation "${route.operation}" of the Apex gateway; a ${route.mode}. Needs the custom permission ${route.permission}.`,
    tags: [route.path.split('/')[2] ?? 'v1'],
    security: [{ orgSignature: [], secondFactor: [] }],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: z.object({ facts: factsSchema, input: route.input }) } },
    },
    responses: {
      '200': { description: 'The answer.', content: { 'application/json': { schema: route.answer } } },
      ...problemAnswers(),
    },
  },
});

/** OpenAPI 3.1, made from the schemas that requests are checked with. */
export const createOpenApiDocument = (routes: readonly Route[], version: string): OpenApiDocument =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Be Inspired service',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Called by the Apex gateway only. Each call is signed by the org; "facts" come from Apex, "input" from a browser.',
    },
    paths: Object.fromEntries(routes.map((route) => [route.path, operation(route)])),
    components: {
      securitySchemes: {
        orgSignature: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'RS256 by a certificate of the org: iss, sub, aud, exp, rid, htm, htu, bsh (SHA-256 of the body), perms, loc, tz, ver.',
        },
        secondFactor: { type: 'apiKey', in: 'header', name: 'X-Inspire-Org-Secret' },
      },
    },
  });
