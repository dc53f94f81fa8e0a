import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { reactAnswerSchema } from '../../../server/suggestions/reactions/react.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import type { TestOrg } from '../../support/signed-call.ts';

let service: TestService;
let ours: TestOrg;
let theirs: TestOrg;

const facts = opportunityFacts({ Id: '006000000000001AAA' });

beforeAll(async () => {
  service = await startService();
  ours = await service.addOrg();
  theirs = await service.addOrg();
  await service.publish(ours, { items: [item('shared-id', { title: 'Ours' }), item('only-ours')] });
  await service.publish(theirs, { items: [item('shared-id', { title: 'Theirs' }), item('only-theirs')] });
});

afterAll(() => service.close());

const list = async (org: TestOrg) =>
  readAs(suggestionsAnswerSchema, await service.call(org, { body: { facts, input: {} } }));

const used = (itemId: string) => ({ facts, input: { idempotencyKey: randomUUID(), itemId, kind: 'used' } });

/** A refusal without what differs from request to request. */
const refusalOf = async (org: TestOrg, path: string, body: object, id: string): Promise<string> => {
  const answer = await service.call(org, { path, body });
  const text = JSON.stringify(answer.body).replaceAll(id, 'ID');
  return `${answer.status} ${text.replace(/"requestId":"[^"]+"/, '')}`;
};

describe('two orgs', () => {
  test('see their own items only, also where the ids are the same', async () => {
    const titles = async (org: TestOrg) => (await list(org)).suggestions.map(({ title }) => title).toSorted();
    expect(await titles(ours)).toEqual(['Ours', 'Title of only-ours']);
    expect(await titles(theirs)).toEqual(['Theirs', 'Title of only-theirs']);
  });

  test.each([
    ['/v1/content/item', (itemId: string) => ({ input: { itemId } })],
    ['/v1/suggestions/reactions', used],
  ])('are not even told that an id of the other exists: %s', async (path, bodyOf) => {
    const foreign = await refusalOf(ours, path, bodyOf('only-theirs'), 'only-theirs');
    expect(foreign).toBe(await refusalOf(ours, path, bodyOf('never-was'), 'never-was'));
    expect(foreign).toContain('404');
  });

  test('do not see reactions of the other, though user and record have the same ids', async () => {
    const path = '/v1/suggestions/reactions';
    const { answer } = readAs(
      reactAnswerSchema,
      await service.call(theirs, { path, body: used('shared-id') }),
    );
    expect((await list(ours)).suggestions.map(({ title }) => title)).toContain('Ours');
    const undo = { facts, input: { idempotencyKey: randomUUID(), reactionId: answer.reactionId } };
    const refused = await service.call(ours, { path: `${path}/undo`, body: undo });
    expect(refused).toMatchObject({ status: 404, body: { code: 'reactionUnknown' } });
    expect((await list(theirs)).setAside).toHaveLength(1);
  });

  test('can not sign for each other', async () => {
    const body = { facts, input: {} };
    const forged = await service.call(ours, { body, claims: { iss: theirs.orgId } });
    expect(forged).toMatchObject({ status: 401, body: { code: 'secondFactorWrong' } });
    const headers = { 'x-inspire-org-secret': theirs.secondFactor };
    const known = await service.call(ours, { body, claims: { iss: theirs.orgId }, headers });
    expect(known).toMatchObject({ status: 401, body: { code: 'signatureForged' } });
  });
});
