import type { StagedDeal } from './story.ts';

export const cfoJoined: StagedDeal = {
  id: 'cfoJoined',
  title: 'The CFO joined yesterday',
  story:
    'Helena Brandt, CFO since the first of the month, was added to a deal that is two weeks into negotiation; she has not seen the case for change. Look at the one page that brings her up to date, and confirm her role, which was read from her title.',
  name: 'Hartmann Kältetechnik – 86 vans – tracking and driver app',
  account: 'Hartmann Kältetechnik',
  type: 'New Customer',
  products: ['track', 'drive'],
  vehicles: 86,
  discount: 0.04,
  challenge: 'Cost',
  useCase: 'First introduction',
  changeDecision: {
    daysAgo: 66,
    by: 'Jürgen Hartmann, Managing Director',
    words: 'We are not going through another summer without knowing where the vans are.',
  },
  people: [
    { first: 'Tom', last: 'Reuter', title: 'Fleet Manager', role: 'Champion', joined: 118 },
    { first: 'Silke', last: 'Arnold', title: 'Head of IT', role: null, joined: 58 },
    { first: 'Helena', last: 'Brandt', title: 'CFO', role: null, joined: 1 },
  ],
  steps: [
    { daysAgo: 118, stage: 'Qualification', closeIn: -12 },
    { daysAgo: 103, stage: 'Needs Analysis' },
    { daysAgo: 82, stage: 'Value Proposition' },
    { daysAgo: 64, stage: 'Id. Decision Makers' },
    { daysAgo: 41, stage: 'Proposal/Price Quote', closeIn: 23 },
    { daysAgo: 15, stage: 'Negotiation/Review' },
  ],
  tasks: [
    { daysAgo: 112, subject: 'call Tom – 11 wrong jobs last month', channel: 'Call', person: 0 },
    { daysAgo: 70, subject: 'cost of waiting w/ Tom + controlling', channel: 'Task', person: 0 },
    { daysAgo: 57, subject: 'SSO list to Silke', channel: 'Email', person: 1 },
    { daysAgo: 13, subject: 're: re: offer v3', channel: 'Email', person: 0 },
    { daysAgo: 1, subject: 'Tom: new CFO wants to see it first!', channel: 'Call', person: 0 },
    { daysAgo: -2, subject: 'get 15 min w/ Tom before Helena', channel: 'Task', open: true, person: 0 },
  ],
  meetings: [
    { daysAgo: 95, subject: 'Ride-along with two fitters' },
    { daysAgo: 40, subject: 'Offer on site' },
  ],
  promises: 'executive-summary-new-cfo',
  cadence: 'new-executive',
};
