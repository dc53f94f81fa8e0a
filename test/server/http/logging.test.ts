import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '../../../server/http/logging.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { startService, type TestService } from '../../support/service.ts';
import { repUserId, signCall, type TestOrg } from '../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService();
  org = await service.addOrg();
  await service.publish(org, { items: [item('one')] });
});

afterAll(() => service.close());

const customerText = 'Brunner Logistik confidential';

const asked = (input: object = {}) => ({ facts: opportunityFacts({ Name: customerText }), input });

const lineOf = (requestId: string | null) => {
  const line = service.logged.find((one) => one.includes(`"${requestId ?? ''}"`));
  return line === undefined ? undefined : (JSON.parse(line) as object);
};

describe('the log', () => {
  test('has one structured line for a request, found by the id that the caller got', async () => {
    const { headers } = await service.call(org, { body: asked() });
    expect(lineOf(headers.get('x-request-id'))).toMatchObject({
      method: 'POST',
      path: '/v1/suggestions',
      status: 200,
      ms: expect.any(Number),
      org: org.orgId,
      user: repUserId,
    });
  });

  test('names the code of a refusal', async () => {
    const { headers } = await service.call(org, { body: asked({ limit: 99 }) });
    expect(lineOf(headers.get('x-request-id'))).toMatchObject({ code: 'bodyInvalid' });
  });

  test('holds neither secrets nor customer text, whether requests succeed or fail', async () => {
    const path = '/v1/suggestions?customer=confidential';
    const fine = await signCall(org, { path, body: asked() });
    await service.send(fine);
    await service.send(fine);
    await service.call(org, { body: asked({ customerText }) });
    await service.call(org, { rawBody: `{"${customerText}` });
    await service.call(org, { body: { facts: { record: { Id: customerText } } } });
    await service.call(org, { body: asked(), headers: { 'x-inspire-org-secret': 'secret-guess' } });
    const log = service.logged.join('');
    expect(log).not.toMatch(/confidential|Brunner|secret-guess|eyJ/);
    expect(log).not.toContain(org.secondFactor);
  });

  test('hides what should never have been handed to it', () => {
    const lines: string[] = [];
    const log = createLogger({ LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) });
    const request = { headers: { authorization: 'Bearer eyJ' }, url: '/?q=confidential' };
    log.info({ req: request, res: request, authorization: 'eyJ', facts: { name: 'confidential' } }, 'Oh');
    log.error({
      err: new Error('row has value confidential'),
      headers: request.headers,
      body: 'confidential',
    });
    expect(lines.join('')).not.toMatch(/confidential|eyJ/);
    expect(lines.join('')).toContain('logging.test.ts');
  });
});
