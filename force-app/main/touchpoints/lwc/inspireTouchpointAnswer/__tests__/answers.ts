import type {
  AccountPlan,
  Enrollment,
  OfferedCadence,
  PreviewAnswer,
  TodayAnswer,
  Touchpoint,
  TouchpointsAnswer,
} from '../answer.ts';

/** A Thursday. */
export const today = '2020-11-12';

/** A call that is due today. */
export const aTouchpoint = (part: Partial<Touchpoint> = {}): Touchpoint => ({
  touchpointId: 't1',
  enrollmentId: 'e1',
  name: 'Call Helena about the business case',
  channel: 'call',
  objective: 'Know what standing still costs them',
  purpose: 'They see their own figures.',
  talkingPoints: ['Ask for the monthly cost', 'Offer the worksheet'],
  dontSay: 'the price',
  state: 'current',
  dueOn: today,
  isOverdue: false,
  isPinned: false,
  conflicts: [],
  contact: { contactId: '003000000000001AAA', name: 'Helena Brandt' },
  owner: { ownerId: '005000000000001AAA', name: 'Tom Weber', isViewer: true },
  emailFound: false,
  asksOutcome: false,
  content: [
    { itemId: 'business-case', title: 'Business case', summary: 'Low, expected, high.', shareable: true },
    { itemId: 'worksheet', title: 'Worksheet', summary: 'Their numbers.', shareable: true },
  ],
  ...part,
});

export const anEnrollment = (part: Partial<Enrollment> = {}): Enrollment => ({
  enrollmentId: 'e1',
  cadenceId: 'sales-process',
  title: 'Sales process',
  lifeCycle: 'salesProcess',
  aim: 'A decision to change.',
  outcome: 'A confirmed business case.',
  state: 'active',
  startedOn: '2020-11-02',
  startedBy: 'stage',
  iteration: 1,
  ...part,
});

export const anOffer = (part: Partial<OfferedCadence> = {}): OfferedCadence => ({
  cadenceId: 'new-executive',
  title: 'New executive',
  aim: 'The newcomer supports the change.',
  outcome: 'A meeting with the newcomer.',
  lifeCycle: 'salesProcess',
  steps: 4,
  stagePolicy: 'ask',
  fits: true,
  missingAnchors: [],
  ...part,
});

/** A call today, a mail that is planned, a meeting that is held, a mail that was done yesterday. */
export const theTouchpoints = (): Touchpoint[] => [
  aTouchpoint({
    touchpointId: 't0',
    name: 'Thank-you mail',
    channel: 'email',
    state: 'done',
    dueOn: '2020-11-11',
  }),
  aTouchpoint(),
  aTouchpoint({
    ...{ touchpointId: 't2', name: 'Send the summary', channel: 'email' },
    ...{ state: 'planned', dueOn: '2020-11-16' },
  }),
  aTouchpoint({
    ...{ touchpointId: 't3', name: 'Meet the board', channel: 'meeting', state: 'held', dueOn: undefined },
    reason: { code: 'contactBudget', values: ['2020-11-16', 'Jana', '2020-11-10'] },
  }),
];

export const anAnswer = (part: Partial<TouchpointsAnswer> = {}): TouchpointsAnswer => ({
  recordId: '006000000000001AAA',
  today,
  nextId: 't1',
  enrollments: [anEnrollment()],
  touchpoints: theTouchpoints(),
  offered: [anOffer()],
  mayAct: true,
  notices: [],
  ...part,
});

/** Moves the summary from Monday to Wednesday. */
export const aPreview = (part: Partial<PreviewAnswer> = {}): PreviewAnswer => ({
  title: 'Sales process',
  steps: [
    { name: 'Call Helena', channel: 'call', before: '2020-11-12', after: '2020-11-12', conflicts: [] },
    {
      ...{ name: 'Send the summary', channel: 'email', before: '2020-11-16', after: '2020-11-18' },
      conflicts: [{ code: 'closedDay', values: ['2020-11-18'] }],
    },
  ],
  ...part,
});

/** Something due on a deal and something to come on an account. */
export const aToday = (part: Partial<TodayAnswer> = {}): TodayAnswer => ({
  today,
  touchpoints: [
    {
      ...{ touchpointId: 't1', recordId: '006000000000001AAA', sobject: 'Opportunity' },
      ...{ name: 'Call Helena', channel: 'call', objective: 'Know the cost', dueOn: today, isOverdue: false },
    },
    {
      ...{ touchpointId: 't2', recordId: '001000000000001AAA', sobject: 'Account' },
      ...{ name: 'Yearly review', channel: 'meeting', objective: 'Agree on aims' },
      ...{ dueOn: '2020-11-16', isOverdue: false },
    },
  ],
  more: 0,
  absences: [{ absenceId: 'a1', from: '2020-12-21', to: '2020-12-31' }],
  ...part,
});

/** A contract that ends in four months; nothing is known of a competitor. */
export const aPlan = (part: Partial<AccountPlan> = {}): AccountPlan => ({
  recordId: '001000000000001AAA',
  today,
  dates: [
    { anchor: 'contractEnd', on: '2021-03-15' },
    { anchor: 'assetEnd', on: '2020-11-13' },
    { anchor: 'competitorTermEnd' },
    { anchor: 'anniversary', on: '2021-06-12' },
  ],
  mayAct: true,
  ...part,
});
