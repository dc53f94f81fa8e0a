import type { StagedDeal } from './story.ts';

export const procurementSilent: StagedDeal = {
  id: 'procurementSilent',
  title: 'Procurement has been silent for 19 days',
  story:
    'The revised offer went to Nicole Ziegler in purchasing 19 days ago and nobody has answered since. Look at the give–get list before lowering the price to break the silence.',
  name: 'Rheintal Getränke – 92 trucks – route planning',
  account: 'Rheintal Getränke',
  type: 'New Customer',
  products: ['plan', 'track'],
  vehicles: 92,
  discount: 0.11,
  challenge: 'Speed',
  competitor: 'Movolis',
  changeDecision: {
    daysAgo: 97,
    by: 'Bernd Haas, COO',
    words: 'From the spring season on we plan tours the evening before and not at five in the morning.',
  },
  people: [
    { first: 'Uwe', last: 'Pohl', title: 'Fleet Manager', role: 'Champion', joined: 171 },
    { first: 'Bernd', last: 'Haas', title: 'COO', role: 'Executive Sponsor', joined: 110 },
    { first: 'Nicole', last: 'Ziegler', title: 'Head of Purchasing', role: 'Procurement', joined: 36 },
  ],
  steps: [
    { daysAgo: 171, stage: 'Prospecting', closeIn: -51 },
    { daysAgo: 155, stage: 'Qualification' },
    { daysAgo: 127, stage: 'Needs Analysis' },
    { daysAgo: 101, stage: 'Value Proposition', closeIn: 11 },
    { daysAgo: 85, stage: 'Id. Decision Makers' },
    { daysAgo: 58, stage: 'Proposal/Price Quote' },
    { daysAgo: 34, stage: 'Negotiation/Review' },
  ],
  tasks: [
    { daysAgo: 99, subject: 'Bernd: "Frühjahr!"', channel: 'Call', person: 1 },
    { daysAgo: 35, subject: 'intro to purchasing from Uwe', channel: 'Email', person: 0 },
    { daysAgo: 27, subject: 'Nicole: 12 % too expensive', channel: 'Call', person: 2 },
    { daysAgo: 19, subject: 'sent revised offer', channel: 'Email', person: 2 },
    { daysAgo: -1, subject: 'chase Nicole', channel: 'Task', open: true, person: 2 },
  ],
  meetings: [{ daysAgo: 56, subject: 'Offer with Bernd and Uwe' }],
  promises: 'procurement-give-get',
  cadence: 'procurement',
};
