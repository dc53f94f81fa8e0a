import { expect, test } from '@jest/globals';
import { stepOf } from '../../../../server/salesforce/outbox/plan.ts';

const row = {
  ...{ id: '1', key: '1:Task', recordId: null, fields: { Subject: 'Write' }, cancelled: false },
  ...{ written: { Subject: ['Call'] }, revision: 1, attempts: 3 },
};

const found = {
  ...{ id: '00T000000000001AAA', key: '1:Task', deleted: false, fields: { Subject: 'Call' } },
  modifiedAt: '2026-03-02T09:00:00Z',
};

const stepAt = (at: string) => stepOf('Task', row, { at: new Date(at), of: () => found });

test.each(['2026-03-02T09:00:00Z', '2026-03-02T09:00:01Z', '2026-03-02T08:00:00Z'])(
  'a row that the org changed a moment ago, or in its future, waits: %s',
  (at) => {
    expect(stepAt(at)).toMatchObject({ kind: 'settle', outcome: { state: 'waiting', attempts: 2 } });
  },
);

test('a row that has settled is changed', () => {
  expect(stepAt('2026-03-02T09:00:02Z')).toMatchObject({ kind: 'update', values: { Subject: 'Write' } });
});

test('a row that was made once and is nowhere now was removed', () => {
  const gone = { at: new Date(), of: () => undefined };
  expect(stepOf('Task', { ...row, recordId: found.id }, gone)).toMatchObject({
    outcome: { state: 'withdrawn' },
  });
  expect(stepOf('Task', row, gone)).toMatchObject({ kind: 'create' });
});
