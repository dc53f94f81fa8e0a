import type { StagedDeal } from './story.ts';

export const renewal: StagedDeal = {
  id: 'renewal',
  title: 'Renewal in 120 days',
  story:
    'The term of a customer of three years ends in 120 days, and the owner who decided then has not been in a talk since. Look at the page on what it has brought, before anybody speaks of a price.',
  name: 'Brunner Logistik – 240 vehicles – renewal',
  account: 'Brunner Logistik',
  type: 'Renewal',
  products: ['track', 'drive'],
  vehicles: 240,
  discount: 0.06,
  people: [
    { first: 'Oliver', last: 'Ebert', title: 'Fleet Manager', role: 'Champion', joined: 52 },
    { first: 'Birgit', last: 'Brunner', title: 'Managing Director', role: 'Executive Sponsor', joined: 52 },
  ],
  steps: [
    { daysAgo: 52, stage: 'Qualification', closeIn: 120 },
    { daysAgo: 20, stage: 'Needs Analysis' },
  ],
  tasks: [
    { daysAgo: 50, subject: 'check contract end', channel: 'Task' },
    {
      daysAgo: 21,
      subject: 'Oliver: drivers like the app, reports nobody reads',
      channel: 'Call',
      person: 0,
    },
    {
      daysAgo: -4,
      subject: 'talk to Birgit – first time since signature',
      channel: 'Task',
      open: true,
      person: 1,
    },
  ],
  meetings: [{ daysAgo: 19, subject: 'Review with Oliver' }],
  promises: 'renewal-what-it-has-brought',
  cadence: 'sales-process-short',
};
