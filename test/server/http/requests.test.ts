import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemSchema } from '../../../server/http/problem.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { startService, type TestAnswer, type TestService } from '../../support/service.ts';
import { createTestOrg, signCall, type TestOrg } from '../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService();
  org = await service.addOrg();
  await service.publish(org, { items: [item('one')] });
});

afterAll(() => service.close());

const asked = () => ({ facts: opportunityFacts(), input: {} });

const expectProblem = (answer: TestAnswer, status: number, code: string) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(answer.body);
  expect(problem).toMatchObject({ status, code, type: `/errors#${code}` });
  expect(answer.status).toBe(status);
  expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  expect(problem.detail.length * problem.remedy.length).toBeGreaterThan(0);
  return problem;
};

describe('a request is refused with a problem document', () => {
  test('without a signature, before its body is read', async () => {
    const call = await signCall(org, { rawBody: 'not json', headers: { authorization: undefined } });
    expectProblem(await service.send(call), 401, 'signatureMissing');
  });

  test('from an org that is not registered', async () => {
    const stranger = await createTestOrg();
    expectProblem(await service.call(stranger, { body: asked() }), 401, 'organizationUnknown');
  });

  test('from the local org, unless it is switched on', async () => {
    const local = await service.addOrg({ environment: 'local' });
    expectProblem(await service.call(local, { body: asked() }), 403, 'organizationLocal');
  });

  test('without the second factor', async () => {
    const headers = { 'x-inspire-org-secret': undefined };
    expectProblem(await service.call(org, { body: asked(), headers }), 401, 'secondFactorMissing');
  });

  test('when the signed body was changed on the way', async () => {
    const call = await signCall(org, { body: asked() });
    const changed = { ...call, body: call.body.replace('"createTask":true', '"createTask":null') };
    expectProblem(await service.send(changed), 401, 'signatureBody');
  });

  test('when the signature was made for another path', async () => {
    const call = await signCall(org, { path: '/v1/configuration', body: asked() });
    expectProblem(await service.send({ ...call, path: '/v1/suggestions' }), 401, 'signatureTarget');
  });

  test('when it comes a second time', async () => {
    const call = await signCall(org, { body: asked() });
    expect((await service.send(call)).status).toBe(200);
    expectProblem(await service.send(call), 401, 'signatureReplayed');
  });

  test('when the user lacks the permission of the operation', async () => {
    const none = await service.call(org, { body: asked(), permissions: [] });
    expect(expectProblem(none, 403, 'permissionMissing').detail).toContain('Inspire_Use');
    const rep = await service.call(org, { path: '/v1/configuration', body: { input: {} } });
    expect(expectProblem(rep, 403, 'permissionMissing').detail).toContain('Inspire_Admin');
  });

  test('when its body is over 64 KB', async () => {
    const rawBody = JSON.stringify({ padding: 'x'.repeat(64 * 1024) });
    expectProblem(await service.call(org, { rawBody }), 413, 'bodyTooLarge');
  });

  test('when its body is compressed', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expectProblem(await service.call(org, { body: asked(), headers }), 415, 'bodyEncoding');
  });

  test.each(['', 'not json', '{"facts":', '\u0000'])('when its body is not JSON: %j', async (rawBody) => {
    expectProblem(await service.call(org, { rawBody }), 400, 'bodyNotJson');
  });

  test.each<[string, unknown, string]>([
    ['a list instead of an object', [], 'body'],
    ['a limit that is text', { ...asked(), input: { limit: '3' } }, 'input.limit'],
    ['a limit above 50', { ...asked(), input: { limit: 51 } }, 'input.limit'],
    ['an input that nobody asked for', { ...asked(), input: { userId: '005' } }, 'input'],
    ['hidden fields that are no list', { facts: { hiddenFields: 'Amount' } }, 'facts.hiddenFields'],
    ['access that is text', { facts: { access: { edit: 'yes' } } }, 'facts.access.edit'],
    ['a record that is a list', { facts: { record: [] } }, 'facts.record'],
  ])('when it has wrong types, naming the place: %s', async (_what, body, place) => {
    const { faults } = expectProblem(await service.call(org, { body }), 400, 'bodyInvalid');
    expect(faults).toContainEqual(expect.objectContaining({ place }));
  });

  test.each(['[', '{"a":'])('when it is nested without end: %j', async (open) => {
    const close = open === '[' ? ']' : '}';
    for (const part of ['facts', 'input']) {
      const nested = `${open.repeat(9_000)}1${close.repeat(9_000)}`;
      const rawBody = `{"facts":${JSON.stringify(opportunityFacts())},"${part}":{"record":${nested}}}`;
      const problem = expectProblem(await service.call(org, { rawBody }), 400, 'bodyInvalid');
      expect(problem.detail).toContain('32 levels');
    }
  });

  test('when more is wrong than anybody reads, naming the first places and how many there are', async () => {
    const facts = { hiddenFields: Array.from({ length: 500 }, () => 1) };
    const { detail, faults } = expectProblem(
      await service.call(org, { body: { facts, input: {} } }),
      400,
      'bodyInvalid',
    );
    expect(detail).toContain('500 place(s)');
    expect(faults).toHaveLength(50);
  });

  test('when its names are as long as it is, without repeating them', async () => {
    const body = { ...asked(), input: { ['x'.repeat(50_000)]: 1 } };
    const { detail, faults } = expectProblem(await service.call(org, { body }), 400, 'bodyInvalid');
    expect(JSON.stringify([detail, faults]).length).toBeLessThan(2_000);
  });

  test.each<[string, unknown]>([
    ['no record', { facts: { record: null }, input: {} }],
    ['a record without id', { facts: opportunityFacts({ Id: undefined }), input: {} }],
    ['an id that is none', { facts: opportunityFacts({ Id: '006; drop table' }), input: {} }],
  ])('with %s', async (_what, body) => {
    expectProblem(await service.call(org, { body }), 400, 'recordMissing');
  });

  test('about a record of another object', async () => {
    const facts = opportunityFacts({ attributes: { type: 'Lead' } });
    expectProblem(await service.call(org, { body: { facts, input: {} } }), 400, 'recordUnsupported');
  });

  test('to an address that does not exist, signed or not', async () => {
    const path = '/v1/suggestions/everything';
    expectProblem(await service.call(org, { path }), 404, 'routeUnknown');
    const response = await fetch(`${service.url}/v1/suggestions`);
    expect(response.status).toBe(404);
  });
});

describe('every answer', () => {
  test('carries a request id and headers that protect, and says nothing of what runs here', async () => {
    const { headers } = await service.call(org, { body: asked() });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
