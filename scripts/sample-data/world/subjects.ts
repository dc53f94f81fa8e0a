import type { Random } from '../random.ts';

/** What sellers type into the subject of a task at the end of a call. `{first}` is the contact's given name. */
const CALLS = [
  'LVM',
  'LVM 2',
  'call 2 n/a',
  'called, in a meeting',
  '{first} on holiday til Mon',
  'cb Thu?',
  'Rückruf {first}',
  'NA',
  'spoke to {first} – budget not before Q2',
  'pricing Q from {first}',
  'call {first}',
  'catch up {first}',
  'wants ref same size',
  'no show',
  'talked 5 min, still waiting for board',
  '{first} says IT is the problem',
  'tel. mit {first}, meldet sich',
] as const;
const EMAILS = [
  're: re: offer v3',
  'sent deck again',
  'fup offer',
  'VM + email',
  'mail {first} w/ dates',
  'AVV / DPA to legal',
  'Angebot nachgefasst',
  'link to recording',
  'answers security Qs (part 1)',
  'sent pricing',
  'intro to {first} from colleague',
  'Re: tacho question',
  'Terminvorschläge',
  'thx + next steps',
] as const;
const OTHERS = [
  'update close date!!',
  'ask Ben about install slots',
  'prep demo',
  'who signs??',
  'check contract end',
  'find out who does the budget',
  'roadmap Q -> product',
  'chase PO',
  'install slots depot',
  'discount approval',
  'add contacts',
  'ROI sheet for {first}',
  'call back list',
] as const;
const MEETINGS = [
  'Intro {first}',
  'Demo',
  'Demo depot',
  'Site visit',
  'Termin vor Ort',
  'Pricing talk',
  'Workshop dispatch',
  'Q&A with IT',
  'Teams w/ {first}',
  'Kick-off',
  'Ride-along',
  'Review',
  'Lunch {first}',
] as const;

export type Channel = 'Call' | 'Email' | 'Task';

const named = (subject: string, first: string | undefined): string =>
  subject.replaceAll('{first}', first ?? 'them');

export function drawTask(random: Random, first: string | undefined): { subject: string; channel: Channel } {
  const [channel, subjects] = random.weighted<readonly [Channel, readonly string[]]>([
    [['Call', CALLS], 46],
    [['Email', EMAILS], 34],
    [['Task', OTHERS], 20],
  ]);
  return { channel, subject: named(random.pick(subjects), first) };
}

export const drawMeeting = (random: Random, first: string | undefined): string =>
  named(random.pick(MEETINGS), first);

/** What somebody noted when a deal ended without any decision, or for another reason. */
export const NO_DECISION = [
  'No decision. They leave it as it is, ask again after the summer.',
  'no decision – project stopped, no budget line',
  'Kein Entscheid, GF will abwarten.',
  'nothing happens, {first} changed jobs and nobody took over',
  'No decision: priorities moved to new depot',
] as const;
export const LOST_TO = [
  'lost to {competitor}, price',
  '{competitor} – they knew the old fleet manager',
  'Went with {competitor}. Better on routes they say.',
  'price / {competitor}',
] as const;
