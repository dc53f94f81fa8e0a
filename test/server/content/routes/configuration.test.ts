import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  publishAnswerSchema,
  readAnswerSchema,
  rollBackAnswerSchema,
  saveAnswerSchema,
} from '../../../../server/content/routes/configuration-schemas.ts';
import { suggestionsAnswerSchema } from '../../../../server/suggestions/index.ts';
import { item, opportunityFacts } from '../../../support/content.ts';
import { readAs, startService, type TestService } from '../../../support/service.ts';
import type { TestOrg } from '../../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService();
});

beforeEach(async () => {
  org = await service.addOrg();
});

afterAll(() => service.close());

const admin = ['Inspire_Use', 'Inspire_Admin'];

const send = (path: string, input: object) =>
  service.call(org, { path: `/v1/configuration${path}`, body: { input }, permissions: admin });

const read = async (input: object = {}) => readAs(readAnswerSchema, await send('', input));

const save = async (...values: object[]) => {
  const { revision } = await read();
  const saved = values.map((value) => ({ kind: 'item', value }));
  return readAs(saveAnswerSchema, await send('/drafts', { revision, save: saved })).answer;
};

const publish = async (note = '') => {
  const { revision } = await read();
  return readAs(publishAnswerSchema, await send('/publications', { revision, note })).answer;
};

const titles = async () => {
  const answer = await service.call(org, { body: { facts: opportunityFacts(), input: {} } });
  return readAs(suggestionsAnswerSchema, answer).suggestions.map(({ title }) => title);
};

describe('an admin', () => {
  test('sees drafts and what publishing them would change; reps see nothing of it', async () => {
    await save(item('one'), item('two'));
    const { drafts, diff, published, publication } = await read();
    expect(drafts.map(({ key }) => key)).toEqual(['one', 'two']);
    expect(diff.changes).toEqual([
      { kind: 'item', key: 'one', what: 'added' },
      { kind: 'item', key: 'two', what: 'added' },
    ]);
    expect([published, publication]).toEqual([[], 0]);
    expect(await titles()).toEqual([]);
  });

  test('publishes, and the next request of this process has it', async () => {
    expect(await titles()).toEqual([]);
    await save(item('one'));
    expect(await publish('first')).toMatchObject({
      publication: 1,
      changes: [{ key: 'one', what: 'added' }],
    });
    expect(await titles()).toEqual(['Title of one']);
    await save(item('one', { title: 'Better title' }));
    await publish();
    expect(await titles()).toEqual(['Better title']);
    const { drafts, publications, published } = await read();
    expect(drafts).toEqual([]);
    expect(publications.map(({ number, note }) => [number, note])).toEqual([
      [2, ''],
      [1, 'first'],
    ]);
    expect(published).toMatchObject([
      { kind: 'item', key: 'one', version: 2, value: { title: 'Better title' } },
    ]);
  });

  test('rolls back, and the next request has what was', async () => {
    await save(item('one'));
    await publish();
    await save(item('one', { title: 'Worse title' }), item('two'));
    await publish();
    const { revision } = await read();
    const answer = await send('/roll-back', { revision, to: 1, note: 'worse' });
    expect(readAs(rollBackAnswerSchema, answer).answer).toMatchObject({ publication: 3 });
    expect(await titles()).toEqual(['Title of one']);
  });

  test('pages through what is live', async () => {
    await save(item('a'), item('b'), item('c'));
    await publish();
    const page = async (after: string) => (await read({ after, limit: 2 })).published.map(({ key }) => key);
    expect(await page('')).toEqual(['a', 'b']);
    expect(await page('b')).toEqual(['c']);
  });

  test('pages through drafts too, without the texts of items, and is told how many there are', async () => {
    await save(item('a', { body: 'A long text.' }), item('b'), item('c'));
    const first = await read({ limit: 2 });
    expect(first.drafts.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(first.drafts[0]?.value).toMatchObject({ title: 'Title of a' });
    expect(first.drafts[0]?.value).not.toHaveProperty('body');
    expect(first.draftCount).toBe(3);
    expect((await read({ after: 'b', limit: 2 })).drafts.map(({ key }) => key)).toEqual(['c']);
    expect((await read({ kind: 'rule' })).drafts).toEqual([]);
  });

  test('is told the first of many changes, and how many there are', async () => {
    for (const part of [0, 200])
      await save(...Array.from({ length: 150 }, (_, at) => item(`item-${part + at}`)));
    const { diff } = await read();
    expect(diff.changes).toHaveLength(200);
    expect(diff.counts).toEqual({ changes: 300, faults: 0, warnings: 0 });
  });
});

const faultsSchema = z.object({ code: z.string(), faults: z.array(z.object({ place: z.string() })) });

describe('nothing is applied', () => {
  test('when one draft of several has a fault; every fault is named by place', async () => {
    const { revision } = await read();
    const wrong = { ...item('two'), title: '', reviewedOn: 'soon' };
    const answer = await send('/drafts', {
      revision,
      save: [item('one'), wrong].map((value) => ({ kind: 'item', value })),
    });
    expect(answer.status).toBe(422);
    const { code, faults } = faultsSchema.parse(answer.body);
    expect(code).toBe('configurationInvalid');
    expect(faults.map(({ place }) => place).toSorted()).toEqual(['save[1].reviewedOn', 'save[1].title']);
    expect((await read()).drafts).toEqual([]);
  });

  test('when entries do not fit together, as a refresher that is not there', async () => {
    await save(item('one', { refresherId: 'nobody' }));
    const { revision, diff } = await read();
    expect(diff.faults).toHaveLength(1);
    const answer = await send('/publications', { revision });
    expect(answer).toMatchObject({ status: 422, body: { code: 'configurationInvalid' } });
    expect(await titles()).toEqual([]);
  });

  test('when another admin wrote meanwhile', async () => {
    const { revision } = await read();
    await save(item('one'));
    const answer = await send('/drafts', { revision, save: [{ kind: 'item', value: item('two') }] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'configurationChanged' } });
  });

  test.each<[string, string, object, number, string]>([
    ['without drafts', '/publications', {}, 409, 'nothingToPublish'],
    ['for a publication that never was', '/roll-back', { to: 7 }, 404, 'publicationUnknown'],
    ['without the revision that was seen', '/publications', { revision: undefined }, 400, 'bodyInvalid'],
    ['for a kind nobody knows', '/drafts', { save: [{ kind: 'wish', value: {} }] }, 400, 'bodyInvalid'],
  ])('%s', async (_what, path, input, status, code) => {
    expect(await send(path, { revision: 0, ...input })).toMatchObject({ status, body: { code } });
  });
});

describe('a manager or rep', () => {
  test.each(['', '/drafts', '/publications', '/roll-back'])(
    'may not use /v1/configuration%s',
    async (path) => {
      const answer = await service.call(org, {
        path: `/v1/configuration${path}`,
        body: { input: { revision: 0 } },
        permissions: ['Inspire_Use', 'Inspire_Manager'],
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'permissionMissing' } });
    },
  );
});
