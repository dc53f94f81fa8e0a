import { describe, expect, it } from '@jest/globals';
import {
  cadenceFaults,
  cadenceSchema,
  cadenceSettingsSchema,
  workingCalendarSchema,
} from '../../server/cadences/index.ts';
import {
  type FactSource,
  factSourceSchema,
  stageKey,
  stageMappingSchema,
} from '../../server/journey/index.ts';
import { readShipped, shippedItems } from './shipped.ts';

const { entries } = await readShipped('starter');
const shipped = (kind: (typeof entries)[number]['kind']): unknown[] =>
  entries.filter((entry) => entry.kind === kind).map(({ value }) => value);

const cadences = shipped('cadence').map((value) => cadenceSchema.parse(value));
const steps = cadences.flatMap((cadence) => cadence.steps.map((step) => ({ ...step, cadence: cadence.id })));
const items = new Set((await shippedItems('starter')).map(({ id }) => id));
const stages = new Set(
  shipped('stage')
    .map((value) => stageMappingSchema.parse(value))
    .map(({ recordType, stageName }) => stageKey(recordType, stageName)),
);

const contactRoles = ({ sobject, path }: FactSource): boolean =>
  sobject === 'Opportunity' && path === 'OpportunityContactRoles.Role';
const roles = new Set(
  shipped('factSource')
    .map((value) => factSourceSchema.parse(value))
    .filter(contactRoles)
    .flatMap(({ values }) => values.flatMap(({ from }) => from)),
);

const twice = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);
const stepOf = (cadenceId: string, stepId: string) =>
  steps.find(({ cadence, id }) => cadence === cadenceId && id === stepId);

describe('starter cadences', () => {
  it('go through the whole life cycle, with what teams need besides', () => {
    expect(cadences.map(({ id }) => id)).toEqual([
      'opportunity',
      'qualify',
      'sales-process',
      'sales-process-short',
      'sales-process-enterprise',
      'won',
      'lost',
      'management',
      'upgrade',
      'upgrade-competitor',
      'new-executive',
      'silent-after-proposal',
      'procurement',
    ]);
    expect(twice(cadences.map(({ title }) => title))).toEqual([]);
  });

  it.each(cadences)('of $id has no faults between its steps', (cadence) => {
    expect(cadenceFaults(cadence)).toEqual([]);
  });

  it.each(cadences)('of $id says no name and no talking point twice', (cadence) => {
    expect(twice(cadence.steps.map(({ name }) => name))).toEqual([]);
    expect(twice(cadence.steps.flatMap(({ talkingPoints }) => talkingPoints))).toEqual([]);
    expect(twice(cadence.steps.map(({ dontSay }) => dontSay))).toEqual([]);
  });

  it('link only items of the starter library', () => {
    const named = steps.flatMap(({ contentIds }) => contentIds);
    expect(named.filter((id) => !items.has(id))).toEqual([]);
  });

  it('begin only at stages of the starter map', () => {
    const named = cadences.flatMap(({ start }) => (start.on === 'stageEntry' ? start.stages : []));
    expect(named.filter((key) => !stages.has(key))).toEqual([]);
  });

  it('name only contact roles that the fact table knows', () => {
    const named = [
      ...cadences.flatMap(({ start }) => (start.on === 'newStakeholder' ? start.roles : [])),
      ...steps.flatMap(({ contact }) => (contact.by === 'role' ? contact.roles : [])),
    ];
    expect(named.filter((role) => !roles.has(role))).toEqual([]);
  });

  it('leave a stage to one cadence, so that nobody is written to by two at once', () => {
    const named = cadences.flatMap(({ start }) => (start.on === 'stageEntry' ? start.stages : []));
    expect(twice(named)).toEqual([]);
  });

  it('take three times as long for an enterprise as for others', () => {
    const days = (id: string) =>
      steps
        .filter(({ cadence }) => cadence === id)
        .map(({ offsetBusinessDays }) => offsetBusinessDays ?? NaN);
    expect(days('sales-process')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(days('sales-process-enterprise')).toEqual(days('sales-process').map((day) => day * 3));
  });

  it('ask for a referral only after a good call or a good survey', () => {
    expect(stepOf('won', 'referral-request')).toMatchObject({
      offsetWeeks: 6,
      dependsOn: ['implementation-call', 'implementation-survey'],
      onlyIf: [
        { stepId: 'implementation-call', outcome: 'positive' },
        { stepId: 'implementation-survey', outcome: 'positive' },
      ],
    });
  });

  it('tell the executive sponsor in a conversation what the decision has brought', () => {
    expect(stepOf('won', 'value-confirmation')).toMatchObject({
      channel: 'meeting',
      contact: { by: 'role', roles: ['Executive Sponsor'] },
    });
  });

  it('have somebody else ask why a deal was lost', () => {
    expect(stepOf('lost', 'win-loss-interview')?.owner).toEqual({ by: 'ownersManager' });
  });
});

describe('starter settings of cadences', () => {
  it('spell out the defaults, so that an admin sees what can be changed', () => {
    expect(shipped('cadenceSettings')).toEqual([cadenceSettingsSchema.parse({})]);
    expect(shipped('workingCalendar')).toEqual([workingCalendarSchema.parse({ id: 'default' })]);
  });
});
