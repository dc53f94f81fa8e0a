import { type Cadence, cadenceSchema } from '../../../../server/cadences/index.ts';
import type { Enrolled, Enrollment } from '../../../../server/touchpoints/enrollments/rows.ts';

const countries = ['DE', 'US', 'JP'];

const ownerCount = 20;

export const ownerIds = Array.from({ length: ownerCount }, (_, at) => `005${String(at).padStart(15, '0')}`);

const inTurn = <Value>(values: readonly Value[], at: number, otherwise: Value): Value =>
  values[at % values.length] ?? otherwise;

/** Eight steps that wait for one another here and there, by every channel. */
export const cadence: Cadence = cadenceSchema.parse({
  ...{ id: 'qualify', title: 'Qualify', lifeCycle: 'qualify', aim: 'Find out', outcome: 'Known' },
  start: { on: 'byHand' },
  steps: Array.from({ length: 8 }, (_, at) => ({
    ...{ id: `step-${at}`, name: `Step ${at}`, objective: 'Go on', purpose: 'They know more' },
    channel: inTurn(['call', 'email', 'meeting', 'other'], at, 'other'),
    ...{ talkingPoints: ['What changed', 'Who decides'], dontSay: 'Just checking in' },
    offsetBusinessDays: at * 3,
    ...{ dependsOn: at % 3 === 0 ? [] : [`step-${at - 1}`], onlyIf: [] },
    ...(at === 5 && { window: { from: '09:00', to: '11:00' } }),
  })),
});

const recordOf = (at: number): Enrollment['record'] => ({
  ...{ ownerId: inTurn(ownerIds, at, ''), stageName: 'Qualification', stageKeys: [] },
  ...{ isClosed: false, isDeleted: false, anchors: {}, team: [], values: {} },
  country: inTurn(countries, at, 'DE'),
  contacts: [
    {
      contactId: `003${String(at).padStart(15, '0')}`,
      roles: [],
      isPrimary: true,
      optedOut: false,
      hasBounced: false,
    },
  ],
});

/** One enrolment of many: owners, countries and days of beginning go round. */
export const enrollmentOf = (at: number, days: readonly string[]): Enrolled => ({
  enrollment: {
    id: `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    ...{ cadence_key: cadence.id, cadence_version: 1, sobject: 'Opportunity', account_id: null },
    record_id: `006${String(at).padStart(15, '0')}`,
    ...{ contact_id: '', state: 'active', reason: null, asks: null, iteration: 1 },
    ...{ started_on: inTurn(days, at, ''), started_by: 'rep', started_by_user: null, anchor_dates: {} },
    ...{ record: recordOf(at), record_at: new Date(0), pauses: [], resume_on: null },
  },
  touchpoints: [],
});
