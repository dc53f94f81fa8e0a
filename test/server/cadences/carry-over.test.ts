import { expect, test } from '@jest/globals';
import { cadenceFileSchema, carryOver, type Destination } from '../../../server/cadences/index.ts';
import { cadence, cadenceInput } from '../../support/cadences.ts';

const here: Destination = {
  orgId: '00D00000000000AAAA',
  itemIds: new Set(['questions']),
  stageKeys: new Set(['*:Qualification']),
};

const fileOf = (orgId: string, ...cadences: unknown[]) =>
  cadenceFileSchema.parse({ format: 'be-inspired/cadences', version: 1, orgId, cadences });

const elsewhere = '00D00000000000BAAA';
const user = '005000000000001AAA';

test('what fits is carried over whole, and nothing is reported', () => {
  const whole = cadence({ steps: [{ id: 'one', contentIds: ['questions'] }] });
  expect(carryOver(fileOf(elsewhere, whole), here)).toEqual({ cadences: [whole], report: [] });
});

test('content that is not there is left out of its step, and named', () => {
  const { cadences, report } = carryOver(
    fileOf(elsewhere, cadenceInput({ steps: [{ id: 'one', contentIds: ['questions', 'gone'] }] })),
    here,
  );
  expect(cadences[0]?.steps[0]?.contentIds).toEqual(['questions']);
  expect(report).toEqual([
    {
      place: 'cadences[0].steps[0].contentIds',
      message: 'there is no item "gone" here; the step goes on without it',
    },
  ]);
});

test('a user of another org does nothing here: the owner of the record does it', () => {
  const named = cadenceInput({ steps: [{ id: 'one', owner: { by: 'user', userId: user } }] });
  const { cadences, report } = carryOver(fileOf(elsewhere, named), here);
  expect(cadences[0]?.steps[0]?.owner).toEqual({ by: 'recordOwner' });
  expect(report.map(({ place }) => place)).toEqual(['cadences[0].steps[0].owner']);
  expect(carryOver(fileOf(here.orgId, named), here).report).toEqual([]);
});

test('a stage that the map does not have is named', () => {
  const start = { on: 'stageEntry' as const, stages: ['*:Qualification', '*:Pilot'] };
  const { cadences, report } = carryOver(
    fileOf(elsewhere, cadenceInput({ start, steps: [{ id: 'one' }] })),
    here,
  );
  expect(cadences).toHaveLength(1);
  expect(report.map(({ place }) => place)).toEqual(['cadences[0].start.stages[1]']);
});

test('a cadence that is wrong in itself is left out, with every place that is wrong', () => {
  const wrong = cadenceInput({ steps: [{ id: 'one', dependsOn: ['one'] }] });
  const { cadences, report } = carryOver(fileOf(elsewhere, wrong, { id: 'no cadence' }), here);
  expect(cadences).toEqual([]);
  expect(report[0]).toEqual({
    place: 'cadences[0].steps[0].dependsOn',
    message: 'waits for itself: one → one; the cadence was left out',
  });
  expect(report.length).toBeGreaterThan(3);
});

test('bringing cadences back changes nothing: export and import are each other’s inverse', () => {
  const given = [
    cadence({
      steps: [
        { id: 'one', contentIds: ['questions'] },
        { id: 'two', dependsOn: ['one'] },
      ],
    }),
  ];
  const once = carryOver(fileOf(here.orgId, ...given), here).cadences;
  expect(carryOver(fileOf(here.orgId, ...once), here)).toEqual({ cadences: given, report: [] });
});
