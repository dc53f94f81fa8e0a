import { describe, expect, test } from '@jest/globals';
import { findingsOf } from '../../../../server/salesforce/setup-check/findings.ts';
import type {
  Observations,
  OrgObservations,
} from '../../../../server/salesforce/setup-check/observations.ts';

const now = new Date('2026-03-02T09:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

const fine: OrgObservations = {
  ...{ username: 'integration@acme.example', skewSeconds: 0 },
  assigned: { value: { reps: 12, managers: 3, admins: 1 } },
  hasIntegrationSet: { value: true },
  hiddenFields: { value: [] },
  partlySeen: { value: [] },
  people: { value: { people: 20, managed: 19, placed: 20 } },
};

const observed = (of: Partial<Observations> = {}, org: Partial<OrgObservations> = {}): Observations => ({
  ...{ now, certificateExpiries: [inDays(300)], hasSecondFactor: true },
  login: { outcome: 'in', org: { ...fine, ...org } },
  mail: { people: 20, captured: 18 },
  ...of,
});

/** Codes of what is not as it should be. */
const wrong = (...given: Parameters<typeof observed>): string[] =>
  findingsOf(observed(...given))
    .filter(({ state }) => state !== 'ok')
    .map(({ state, code }) => `${state}: ${code}`);

test('nothing is wrong with a complete set-up, and everything was looked at', () => {
  expect(wrong()).toEqual([]);
  expect(findingsOf(observed()).map(({ check }) => check)).toEqual([
    ...['certificate', 'secondFactor', 'credential', 'clock', 'permissionSets'],
    ...['integrationUser', 'fields', 'access', 'hierarchy', 'mailCapture'],
  ]);
});

describe('certificates', () => {
  test.each([
    ['none is registered', [], ['missing: certificateMissing']],
    ['all have expired', [inDays(-1)], ['missing: certificateMissing']],
    ['the last expires within 30 days', [inDays(-1), inDays(30)], ['warning: certificateExpires']],
    ['a later one is there', [inDays(2), inDays(31)], []],
  ])('%s', (_what, certificateExpiries, expected) => {
    expect(wrong({ certificateExpiries })).toEqual(expected);
  });

  test('the day and the days that are left are named', () => {
    expect(findingsOf(observed({ certificateExpiries: [inDays(12.5)] }))[0]?.values).toEqual([
      { day: '2026-03-14' },
      12,
    ]);
  });
});

test('a second factor that is not set', () => {
  expect(wrong({ hasSecondFactor: false })).toEqual(['missing: secondFactorMissing']);
});

describe('without a way in', () => {
  test.each([
    [{ outcome: 'notConnected' } as const, 'missing: notConnected'],
    [{ outcome: 'secretKeyMissing' } as const, 'missing: secretKeyMissing'],
    [{ outcome: 'refused', message: 'invalid_grant' } as const, 'missing: credentialRefused'],
  ])('%j is said, and nothing about what could not be seen', (login, expected) => {
    expect(wrong({ login })).toEqual([expected]);
    expect(findingsOf(observed({ login }))).toHaveLength(3);
  });
});

describe('inside the org', () => {
  test.each<[string, Partial<OrgObservations>, string[]]>([
    ['a clock that is 30 seconds off passes', { skewSeconds: -30 }, []],
    ['a clock that is 31 seconds off', { skewSeconds: 31 }, ['missing: clockWrong']],
    [
      'nobody has a permission set',
      { assigned: { value: { reps: 0, managers: 0, admins: 0 } } },
      ['missing: nobodyAssigned'],
    ],
    [
      'nobody is an admin',
      { assigned: { value: { reps: 1, managers: 0, admins: 0 } } },
      ['warning: adminMissing'],
    ],
    [
      'the integration user’s set',
      { hasIntegrationSet: { value: false } },
      ['warning: integrationUserUnset'],
    ],
    ['a hidden field', { hiddenFields: { value: ['Task.Inspire_Key__c'] } }, ['missing: fieldsHidden']],
    ['records hidden by sharing', { partlySeen: { value: ['Opportunity'] } }, ['missing: seesPart']],
    [
      'managers of four in five are enough',
      { people: { value: { people: 20, managed: 16, placed: 20 } } },
      [],
    ],
    [
      'fewer are not',
      { people: { value: { people: 20, managed: 15, placed: 20 } } },
      ['warning: hierarchyGaps'],
    ],
    [
      'no roles at all',
      { people: { value: { people: 20, managed: 19, placed: 0 } } },
      ['missing: hierarchyMissing'],
    ],
    ['the one at the top needs no manager', { people: { value: { people: 2, managed: 1, placed: 2 } } }, []],
    ['a refused look-up', { people: { refused: 'INVALID_FIELD: …' } }, ['unknown: notLookedUp']],
  ])('%s', (_what, org, expected) => {
    expect(wrong({}, org)).toEqual(expected);
  });

  test('what is hidden is named', () => {
    const list = ['Task.Inspire_Key__c'];
    const findings = findingsOf(observed({}, { hiddenFields: { value: list } }));
    expect(findings.find(({ code }) => code === 'fieldsHidden')?.values).toEqual([{ list }]);
  });
});

describe('captured mail', () => {
  test.each([
    [{ people: 10, captured: 8 }, []],
    [{ people: 10, captured: 7 }, ['warning: mailGaps']],
    [{ people: 0, captured: 0 }, ['unknown: mailNotMeasured']],
    [undefined, ['unknown: mailNotMeasured']],
  ])('%j', (mail, expected) => {
    expect(wrong({ mail })).toEqual(expected);
  });
});
