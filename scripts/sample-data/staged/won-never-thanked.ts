import type { StagedDeal } from './story.ts';

export const wonNeverThanked: StagedDeal = {
  id: 'wonNeverThanked',
  title: 'Won five weeks ago, the sponsor never thanked',
  story:
    'The deal was signed five weeks ago; Sabine Ohlendorf, who had decided it, has not heard from us since. Look at how to open that conversation late, in person and without anything to sell.',
  name: 'Bäckerei Ohlendorf – 74 vans – route planning',
  account: 'Bäckerei Ohlendorf',
  type: 'New Customer',
  products: ['plan'],
  vehicles: 74,
  discount: 0.03,
  challenge: 'Cost',
  useCase: 'Replacement',
  competitor: 'Ruteva',
  changeDecision: {
    daysAgo: 121,
    by: 'Sabine Ohlendorf, CEO',
    words: 'Nobody here plans tours on paper any more when the second bakery opens.',
  },
  people: [
    { first: 'Ralf', last: 'Engel', title: 'Operations Manager', role: 'Business User', joined: 176 },
    { first: 'Sabine', last: 'Ohlendorf', title: 'CEO', role: 'Executive Sponsor', joined: 133 },
  ],
  steps: [
    { daysAgo: 176, stage: 'Prospecting', closeIn: -40 },
    { daysAgo: 148, stage: 'Needs Analysis' },
    { daysAgo: 119, stage: 'Value Proposition' },
    { daysAgo: 96, stage: 'Id. Decision Makers' },
    { daysAgo: 74, stage: 'Proposal/Price Quote' },
    { daysAgo: 48, stage: 'Negotiation/Review' },
    { daysAgo: 35, stage: 'Closed Won', closeIn: -35 },
  ],
  tasks: [
    { daysAgo: 131, subject: 'intro Sabine', channel: 'Call', person: 1 },
    { daysAgo: 36, subject: 'chase PO', channel: 'Task', person: 0 },
    { daysAgo: 28, subject: 'install slots depot', channel: 'Task', person: 0 },
    { daysAgo: 12, subject: 'Ralf: first week ok, two drivers complain', channel: 'Call', person: 0 },
    { daysAgo: -5, subject: 'week 6 – referral?', channel: 'Task', open: true, person: 0 },
  ],
  meetings: [
    { daysAgo: 118, subject: 'Sabine: yes to the change' },
    { daysAgo: 26, subject: 'Kick-off' },
  ],
  promises: 'value-confirmation-first-sponsor',
  cadence: 'won',
};
