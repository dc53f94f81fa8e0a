import { expect, test } from '@jest/globals';
import {
  cadenceFaults,
  cadenceSchema,
  calendarFaults,
  workingCalendarSchema,
} from '../../../server/cadences/index.ts';
import { cadence, cadenceInput, stepInput } from '../../support/cadences.ts';

const faultsOf = (...steps: Parameters<typeof cadence>[0]['steps']) =>
  cadenceFaults(cadence({ steps })).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('steps that wait for each other are named, with the way round', () => {
  expect(
    faultsOf(
      { id: 'one', dependsOn: ['two'] },
      { id: 'two', onlyIf: [{ stepId: 'one', outcome: 'positive' }] },
    ),
  ).toEqual([
    'steps.0.dependsOn: waits for itself: one → two → one',
    'steps.1.dependsOn: waits for itself: two → one → two',
  ]);
});

test('a translation into the language that a cadence is written in is named: nobody would ever read it', () => {
  const title = { title: 'Qualify', aim: 'Aim', outcome: 'Outcome' };
  const given = cadence({ translations: { en: title, de: title }, steps: [{ id: 'one' }] });
  expect(cadenceFaults(given)).toEqual([
    { path: ['translations', 'en'], message: 'it is written in "en" itself' },
  ]);
  expect(cadenceFaults({ ...given, language: 'fr' })).toEqual([]);
});

test('a step that waits for itself is named', () => {
  expect(faultsOf({ id: 'one', dependsOn: ['one'] })).toEqual([
    'steps.0.dependsOn: waits for itself: one → one',
  ]);
});

test('offsets that cross are named with both steps', () => {
  expect(faultsOf({ id: 'one', offsetBusinessDays: 3 }, { id: 'two', offsetBusinessDays: 1 })).toEqual([
    'steps.1.offsetBusinessDays: 1 is before step 1 ("one"), 3',
  ]);
});

test('a step may not be due before what it waits for, wherever it stands', () => {
  const late = { id: 'late', offsetWeeks: 4 };
  expect(faultsOf({ id: 'early', offsetWeeks: 2, dependsOn: ['late'] }, late)).toEqual([
    'steps.0.offsetWeeks: 2 is before step 2 ("late"), 4',
  ]);
});

test('offsets from different anchors can not cross', () => {
  expect(
    faultsOf(
      { id: 'one', offsetBusinessDays: 3 },
      { id: 'two', offsetBusinessDays: -5, anchor: 'closeDate' },
    ),
  ).toEqual([]);
});

test('a step that is named and not there, and a name that comes twice, are named', () => {
  expect(faultsOf({ id: 'one' }, { id: 'one', dependsOn: ['none'] })).toEqual([
    'steps.1.id: "one" is already step 1',
    'steps.1.dependsOn.0: there is no step "none"',
  ]);
});

test('a step has exactly one offset', () => {
  const both = { ...stepInput({ id: 'one' }), offsetWeeks: 1 };
  const result = cadenceSchema.safeParse({ ...cadenceInput({ steps: [{ id: 'one' }] }), steps: [both] });
  expect(result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'steps.0.offsetBusinessDays: needs exactly one of offsetBusinessDays, offsetWeeks, offsetMonths',
  ]);
});

const calendarFaultsOf = (calendar: object): string[] =>
  calendarFaults(workingCalendarSchema.parse({ id: 'default', ...calendar })).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

test('a calendar names a country and a region whose public holidays are known', () => {
  expect(calendarFaultsOf({ country: 'DE', region: 'BY' })).toEqual([]);
  expect(calendarFaultsOf({ country: 'XX' })).toEqual(['country: no public holidays are known of "XX"']);
  expect(calendarFaultsOf({ country: 'DE', region: 'XX' })[0]).toMatch(
    /^region: "XX" is no region of DE; choose one of BB, BE/,
  );
  expect(calendarFaultsOf({ region: 'BY' })).toEqual(['region: "BY" is a region of no country']);
});

test('closed days end after they begin', () => {
  expect(calendarFaultsOf({ closed: [{ from: '2026-12-31', to: '2026-12-24' }] })).toEqual([
    'closed.0.to: 2026-12-24 is before 2026-12-31',
  ]);
});
