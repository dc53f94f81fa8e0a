import type { DealType } from '../deals/life.ts';
import type { ProductKey } from '../world/vendor.ts';

export interface StagedPerson {
  first: string;
  last: string;
  title: string;
  /** `OpportunityContactRole.Role`; null is blank. */
  role: string | null;
  /** Days ago on which they joined the deal. */
  joined: number;
  /** Days ago on which their role was taken off the deal, because they left the company. */
  left?: number;
  /** Title after that. */
  titleAfterwards?: string;
}

/** One of the deals that the start page opens: something has just happened to it, and the first suggestion answers it. */
export interface StagedDeal {
  id: string;
  /** A few words for the start page. */
  title: string;
  /** Two sentences: what happened, what to look for. */
  story: string;
  name: string;
  /** Name of the account. */
  account: string;
  type: DealType;
  products: readonly ProductKey[];
  vehicles: number;
  discount: number;
  challenge?: string;
  useCase?: string;
  competitor?: string;
  changeDecision?: { daysAgo: number; by: string; words: string };
  people: readonly StagedPerson[];
  /** First entry creates the deal. Close dates are days from today. */
  steps: readonly { daysAgo: number; stage?: string; closeIn?: number }[];
  tasks: readonly { daysAgo: number; subject: string; channel: 'Call' | 'Email' | 'Task'; open?: true; person?: number }[];
  meetings: readonly { daysAgo: number; subject: string }[];
  /** Id of the item that comes first, with the starter library alone and with the demo library beside it. */
  promises: string;
}

/** All staged deals belong to this seller, so that one session can open them all. */
export const STAGED_OWNER = 'jana.weiss';

export const staged: readonly StagedDeal[] = [
  {
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
    changeDecision: { daysAgo: 66, by: 'Jürgen Hartmann, Managing Director', words: 'We are not going through another summer without knowing where the vans are.' },
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
  },
  {
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
    changeDecision: { daysAgo: 88, by: 'Ute Krüger, Head of Fleet', words: 'The old planning board is switched off in spring, with you or with somebody else.' },
    people: [
      { first: 'Ute', last: 'Krüger', title: 'Head of Fleet', role: 'Champion', joined: 160, left: 6, titleAfterwards: '(left the company)' },
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
  },
  {
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
    changeDecision: { daysAgo: 97, by: 'Bernd Haas, COO', words: 'From the spring season on we plan tours the evening before and not at five in the morning.' },
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
  },
  {
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
    changeDecision: { daysAgo: 73, by: 'Frank Petersen, Managing Director', words: 'Machines standing about on the wrong site have cost us enough.' },
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
  },
  {
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
      { daysAgo: 21, subject: 'Oliver: drivers like the app, reports nobody reads', channel: 'Call', person: 0 },
      { daysAgo: -4, subject: 'talk to Birgit – first time since signature', channel: 'Task', open: true, person: 1 },
    ],
    meetings: [{ daysAgo: 19, subject: 'Review with Oliver' }],
    promises: 'renewal-what-it-has-brought',
  },
  {
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
    changeDecision: { daysAgo: 121, by: 'Sabine Ohlendorf, CEO', words: 'Nobody here plans tours on paper any more when the second bakery opens.' },
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
  },
];
