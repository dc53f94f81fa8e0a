import type { StagedDeal } from './story.ts';

export const backToProposal: StagedDeal = {
  id: 'backToProposal',
  title: 'Back from negotiation to proposal',
  story:
    'Asked why not the cheaper boxes of Trakonda, the managing director took the deal back from negotiation to the proposal five days ago. Look at the business case in three versions, which a sceptic can check in ten minutes.',
  name: 'Petersen Bau – 118 vehicles – tracking and workshop',
  account: 'Petersen Bau',
  type: 'New Customer',
  products: ['track', 'workshop'],
  vehicles: 118,
  discount: 0.07,
  challenge: 'Cost',
  useCase: 'First introduction',
  competitor: 'Trakonda',
  changeDecision: {
    daysAgo: 73,
    by: 'Frank Petersen, Managing Director',
    words: 'Machines standing about on the wrong site have cost us enough.',
  },
  people: [
    { first: 'Dirk', last: 'Vogt', title: 'Head of Fleet', role: 'Champion', joined: 129 },
    { first: 'Frank', last: 'Petersen', title: 'Managing Director', role: 'Executive Sponsor', joined: 92 },
  ],
  steps: [
    { daysAgo: 129, stage: 'Qualification', closeIn: -33 },
    { daysAgo: 113, stage: 'Needs Analysis' },
    { daysAgo: 78, stage: 'Value Proposition', closeIn: 38 },
    { daysAgo: 59, stage: 'Id. Decision Makers' },
    { daysAgo: 43, stage: 'Proposal/Price Quote' },
    { daysAgo: 24, stage: 'Negotiation/Review' },
    { daysAgo: 5, stage: 'Proposal/Price Quote', closeIn: 68 },
  ],
  tasks: [
    { daysAgo: 122, subject: 'catch up Dirk', channel: 'Call', person: 0 },
    { daysAgo: 41, subject: 'sent pricing', channel: 'Email', person: 0 },
    { daysAgo: 6, subject: 'Dirk: FP got a quote from Trakonda, half price', channel: 'Call', person: 0 },
    { daysAgo: 5, subject: 'update close date!!', channel: 'Task' },
    { daysAgo: -3, subject: 'numbers w/ Dirk before Frank is back', channel: 'Task', open: true, person: 0 },
  ],
  meetings: [
    { daysAgo: 75, subject: 'Site visit' },
    { daysAgo: 22, subject: 'Pricing talk' },
  ],
  promises: 'business-case-low-expected-high',
  cadence: 'silent-after-proposal',
};
