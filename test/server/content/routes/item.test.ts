import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { item } from '../../../support/content.ts';
import { startService, type TestService } from '../../../support/service.ts';
import type { CallOptions, TestOrg } from '../../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService();
  org = await service.addOrg();
  await service.publish(org, {
    items: [
      item('plan', { body: '# Plan\n\nIt costs [[your figure]] in [[your currency]]. <b>No</b>' }),
      item('internal', { audience: 'internal' }),
      item('linked', { body: undefined, link: 'https://content.example.com/linked' }),
      item('managers', { visibleTo: ['Inspire_Manager'] }),
      item('expired', { expiresOn: '2020-01-01' }),
      item('withdrawn'),
    ],
  });
  await service.publish(org, { retire: [{ kind: 'item', key: 'withdrawn' }] });
});

afterAll(() => service.close());

const read = (itemId: string, options: CallOptions = {}) =>
  service.call(org, { path: '/v1/content/item', body: { input: { itemId } }, ...options });

describe('an item to read', () => {
  test('comes as safe HTML with its blanks marked and named', async () => {
    const { body } = await read('plan');
    expect(body).toMatchObject({
      itemId: 'plan',
      title: 'Title of plan',
      author: 'Mara Lind',
      blanks: ['your figure', 'your currency'],
      shareable: false,
      notShareable: 'openBlanks',
      text: expect.stringContaining('[[your figure]]'),
    });
    expect(body).toHaveProperty(
      'html',
      expect.stringContaining('<u class="inspire-blank">[your figure]</u>'),
    );
    expect(body).toHaveProperty('html', expect.stringContaining('&lt;b&gt;No&lt;/b&gt;'));
  });

  test('that is internal says so', async () => {
    expect((await read('internal')).body).toMatchObject({
      audience: 'internal',
      shareable: false,
      notShareable: 'internal',
    });
  });

  test('without a text has its link', async () => {
    expect((await read('linked')).body).toMatchObject({
      html: '',
      text: '',
      link: 'https://content.example.com/linked',
      shareable: true,
    });
  });

  test('for managers is there for managers', async () => {
    expect((await read('managers', { permissions: ['Inspire_Use', 'Inspire_Manager'] })).status).toBe(200);
  });

  test.each(['managers', 'expired', 'withdrawn', 'never-was'])('is unknown alike: %s', async (itemId) => {
    expect(await read(itemId)).toMatchObject({
      status: 404,
      body: { code: 'itemUnknown', detail: `There is no item "${itemId}" for you.` },
    });
  });
});
