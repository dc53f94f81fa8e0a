import type { StagedDeal } from './story.ts';

export const championLeft: StagedDeal = {
  id: 'championLeft',
  title: 'The champion has left',
  story:
    'Ute Krüger carried this deal and left the company last week; a dispatcher and a project manager remain. Look at the first five working days, and at who of the two could carry it on.',
  name: 'Stadtwerke Lindental – 140 vehicles – dispatch',
  account: 'Stadtwerke Lindental',
  type: 'New Customer',
  products: ['plan'],
  vehicles: 140,
  discount: 0,
  challenge: 'Customer experience',
  useCase: 'Replacement',
  competitor: 'Ruteva',
  changeDecision: {
    daysAgo: 88,
    by: 'Ute Krüger, Head of Fleet',
    words: 'The old planning board is switched off in spring, with you or with somebody else.',
  },
  people: [
    {
      first: 'Ute',
      last: 'Krüger',
      title: 'Head of Fleet',
      role: 'Champion',
      joined: 160,
      left: 6,
      titleAfterwards: '(left the company)',
    },
    { first: 'Matthias', last: 'Kuhn', title: 'Head Dispatcher', role: 'Business User', joined: 121 },
    { first: 'Anja', last: 'Sauer', title: 'Project Manager', role: null, joined: 49 },
  ],
  steps: [
    { daysAgo: 160, stage: 'Prospecting', closeIn: -20 },
    { daysAgo: 139, stage: 'Needs Analysis' },
    { daysAgo: 90, stage: 'Value Proposition', closeIn: 40 },
    { daysAgo: 61, stage: 'Id. Decision Makers' },
    { daysAgo: 33, stage: 'Perception Analysis' },
  ],
  tasks: [
    { daysAgo: 150, subject: 'Rückruf Ute', channel: 'Call', person: 0 },
    { daysAgo: 60, subject: 'pricing Q from Ute', channel: 'Email', person: 0 },
    { daysAgo: 31, subject: 'Matthias: wants ref same size', channel: 'Call', person: 1 },
    { daysAgo: 6, subject: 'mail to Ute bounced', channel: 'Email', person: 0 },
    { daysAgo: 5, subject: 'LVM Matthias', channel: 'Call', person: 1 },
    { daysAgo: -1, subject: 'who takes over from Ute??', channel: 'Task', open: true },
  ],
  meetings: [
    { daysAgo: 104, subject: 'Workshop dispatch' },
    { daysAgo: 47, subject: 'Q&A with IT' },
  ],
  promises: 'when-your-champion-leaves',
  cadence: 'sales-process',
};
