import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { problems } from '../../../server/errors.ts';
import { startService, type TestService } from '../../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

const text = async (path: string): Promise<string> => (await fetch(`${service.url}${path}`)).text();

const operationSchema = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ headers: z.record(z.string(), z.unknown()) })),
});

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

const operations = {
  '/v1/salesforce/outbox': 'parkedWrites',
  '/v1/salesforce/outbox/retry': 'retryWrites',
  '/v1/salesforce/setup-check': 'setupCheck',
  '/v1/salesforce/sync': 'syncStatus',
  '/v1/suggestions': 'suggestions',
  '/v1/suggestions/reactions': 'react',
  '/v1/suggestions/reactions/undo': 'undoReaction',
  '/v1/journey/facts': 'fillFact',
  '/v1/journey/change-decision': 'recordChangeDecision',
  '/v1/content/item': 'content',
  '/v1/configuration': 'configuration',
  '/v1/configuration/drafts': 'saveDrafts',
  '/v1/configuration/publications': 'publishDrafts',
  '/v1/configuration/roll-back': 'rollBack',
  '/v1/touchpoints': 'touchpoints',
  '/v1/touchpoints/account': 'accountPlan',
  '/v1/touchpoints/preview': 'previewTouchpoints',
  '/v1/touchpoints/act': 'actOnTouchpoint',
  '/v1/touchpoints/enroll': 'enroll',
  '/v1/touchpoints/today': 'today',
  '/v1/touchpoints/absences': 'setAbsence',
  '/v1/touchpoints/running': 'runningCadences',
  '/v1/touchpoints/running/preview': 'foreseeRunning',
  '/v1/touchpoints/running/decide': 'decideRunning',
  '/v1/touchpoints/flow/enroll': 'flowEnroll',
  '/v1/touchpoints/flow/next': 'flowNext',
};

describe('the OpenAPI document', () => {
  test('names every operation of the gateway', async () => {
    const { paths } = documentSchema.parse(JSON.parse(await text('/openapi.json')));
    const named = Object.entries(paths).flatMap(([path, { post }]) =>
      post ? [[path, post.operationId]] : [],
    );
    expect(Object.fromEntries(named)).toEqual(operations);
  });

  test('names what load balancers ask', async () => {
    const { paths } = documentSchema.parse(JSON.parse(await text('/openapi.json')));
    const named = Object.entries(paths).flatMap(([path, { get }]) =>
      get ? [[path, Object.keys(get.responses)]] : [],
    );
    expect(Object.fromEntries(named)).toEqual({
      '/health': ['200', '429'],
      '/ready': ['200', '429', '503'],
    });
  });

  test('says that every answer has a request id, and a refusal for haste when to come back', async () => {
    const { paths } = documentSchema.parse(JSON.parse(await text('/openapi.json')));
    const answers = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ responses }) => Object.entries(responses));
    for (const [status, { headers }] of answers)
      expect(Object.keys(headers)).toEqual(
        status === '429' ? ['X-Request-Id', 'Retry-After'] : ['X-Request-Id'],
      );
    expect(await text('/reference')).toContain('Header Retry-After');
  });
});

describe('the reference', () => {
  test('has a section for every operation and leads to every code of a failure', async () => {
    const page = await text('/reference');
    const missing = [
      ...Object.keys(operations).map((path) => `<code>POST ${path}</code>`),
      ...Object.keys(problems).map((code) => `href="/errors#${code}"`),
    ].filter((part) => !page.includes(part));
    expect(missing).toEqual([]);
  });

  test.each(['/reference', '/errors'])('needs no script and nothing from elsewhere: %s', async (path) => {
    const page = await text(path);
    expect(/<script|<link|src=|@import|url\(/.exec(page)).toBeNull();
  });

  test('leads to places that exist', async () => {
    const page = await text('/reference');
    const errors = await text('/errors');
    const idsOf = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, id]) => id);
    expect(targets(/href="#([^"]+)"/g).filter((id) => !idsOf(page).has(id))).toEqual([]);
    expect(targets(/href="\/errors#([^"]+)"/g).filter((id) => !idsOf(errors).has(id))).toEqual([]);
  });
});

describe('metrics', () => {
  test('are on a port of their own and count requests by route', async () => {
    await text('/health');
    const metrics = await (await fetch(service.metricsUrl)).text();
    expect(metrics).toMatch(/inspire_request_seconds_count\{route="\/health",status="200"\} [1-9]/);
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
    expect((await fetch(service.metricsUrl.replace('/metrics', '/'))).status).toBe(404);
  });
});
