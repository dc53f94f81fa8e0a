import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { problems, type ProblemCode } from '../errors.ts';
import { factsSchema } from './facts.ts';
import { healthSchema, readySchema } from './health.ts';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const problemSchemaNamed = problemSchema.meta({ id: 'Problem' });

const requestId = {
  'X-Request-Id': z.uuid().meta({ description: 'The id under which the log has the request.' }),
};

const headersOf = (codes: readonly ProblemCode[]) =>
  z.object({
    ...requestId,
    ...(codes.includes('tooManyRequests') && {
      'Retry-After': z.int().meta({ description: 'Seconds to wait before the next try.' }),
    }),
  });

const json = (description: string, schema: z.ZodType) => ({
  description,
  headers: z.object(requestId),
  content: { 'application/json': { schema } },
});

/** Problem answers are grouped by status, each with the codes that carry it. */
const problemAnswers = (isWanted: (status: number) => boolean = () => true) => {
  const codes = Object.entries(problems) as [ProblemCode, (typeof problems)[ProblemCode]][];
  const statuses = Map.groupBy(codes, ([, [status]]) => status);
  return Object.fromEntries(
    [...statuses]
      .filter(([status]) => isWanted(status))
      .map(([status, entries]) => [
        `${status}` as `${1 | 2 | 3 | 4 | 5}${string}`,
        {
          description: `A problem: ${entries.map(([code]) => code).join(', ')}.`,
          headers: headersOf(entries.map(([code]) => code)),
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
      '200': json('The answer.', route.answer),
      ...problemAnswers(),
    },
  },
});

/** Every address has its limit, that of a load balancer too. */
const tooManyRequests = problemAnswers((status) => status === 429);

/** What a load balancer asks; not signed. */
const healthPaths = {
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Is the process alive',
      description: 'Answers as long as the process does; restart what does not answer.',
      tags: ['health'],
      responses: { '200': json('It is.', healthSchema), ...tooManyRequests },
    },
  },
  '/ready': {
    get: {
      operationId: 'ready',
      summary: 'May requests be sent here',
      description: 'Says no while the database is away and while the process stops.',
      tags: ['health'],
      responses: {
        '200': json('They may.', readySchema),
        '503': json('They should go elsewhere; the answer says why.', readySchema),
        ...tooManyRequests,
      },
    },
  },
};

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
    paths: { ...Object.fromEntries(routes.map((route) => [route.path, operation(route)])), ...healthPaths },
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
