import type { Temporal } from 'temporal-polyfill';
import { type Random, randomFor } from '../random.ts';
import { OUTLIER } from '../world/team.ts';
import { competitors, DOING_NOTHING, IN_HOUSE, type ProductKey, products } from '../world/vendor.ts';
import type { Account } from './accounts.ts';
import { type DealType, drawLife, type Life } from './life.ts';

export interface Line {
  product: ProductKey;
  quantity: number;
  /** Of one vehicle for a year, after discount. */
  unitPrice: number;
}

/** Somebody at the customer who takes part; `role` is blank in half of the cases. */
interface Participant {
  /** Index in the account's people. */
  person: number;
  role: string | null;
  /** Step of the deal's life after which they were added; −1 is the first day. */
  after: number;
}

export interface Deal {
  key: string;
  name: string;
  account: Account;
  type: DealType;
  life: Life;
  lines: readonly Line[];
  /** Whether anybody entered the products. */
  linesEntered: boolean;
  /** First guess of the amount, as a share of what is offered later. */
  estimate: number;
  participants: readonly Participant[];
  challenge: string | null;
  useCase: string | null;
  competitor: string | null;
  competitorRow: boolean;
  changeDecision: boolean;
  leadSource: string | null;
}

const BASE_CHANCE: Readonly<Record<DealType, number>> = {
  'New Customer': 0.4,
  'Existing Customer - Upgrade': 0.54,
  Renewal: 0.8,
};
/** By how much the one seller who differs is better; docs/sample-data.md. */
const OUTLIER_ADVANTAGE = 0.25;

export const winChance = (type: DealType, owner: string): number =>
  Math.min(0.95, BASE_CHANCE[type] + (owner === OUTLIER ? OUTLIER_ADVANTAGE : 0));

const TOPICS: Readonly<Record<ProductKey, readonly string[]>> = {
  track: ['tracking', 'first telematics', 'fuel & mileage', 'pilot depot 1'],
  plan: ['dispatch', 'route planning', 'tour planning pilot'],
  workshop: ['workshop', 'inspection dates', 'downtime'],
  drive: ['driver app', 'driver hours', 'vehicle check'],
};

function drawLines(random: Random, account: Account, type: DealType): Line[] {
  const main = random.weighted<ProductKey>(
    type === 'Existing Customer - Upgrade'
      ? [
          ['plan', 34],
          ['drive', 30],
          ['workshop', 28],
          ['track', 8],
        ]
      : [
          ['track', 68],
          ['plan', 16],
          ['drive', 10],
          ['workshop', 6],
        ],
  );
  const others = products.map((product) => product.key).filter((key) => key !== main);
  const second = random.chance(0.38) ? [random.pick(others)] : [];
  const share = type === 'New Customer' ? random.pick([0.25, 0.5, 0.8, 1, 1]) : random.float(0.55, 1);
  const quantity = Math.max(5, Math.round(account.company.fleet * share) - random.int(0, 3));
  const discount = random.weighted([
    [0, 30],
    [random.float(0.02, 0.09), 45],
    [random.float(0.09, 0.19), 25],
  ]);
  return [main, ...second].map((product) => {
    const list = products.find((each) => each.key === product)?.price[account.currency] ?? 0;
    return { product, quantity, unitPrice: Math.round(list * (1 - discount) * 100) / 100 };
  });
}

export const totalOf = (lines: readonly Line[]): number =>
  Math.round(lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) * 100) / 100;

function drawParticipants(random: Random, account: Account, steps: number): Participant[] {
  if (random.chance(0.25)) return [];
  const chosen = random.shuffled(account.people.map((_, index) => index)).slice(
    0,
    random.weighted([
      [1, 34],
      [2, 34],
      [3, 22],
      [4, 10],
    ]),
  );
  return chosen.map((person, index) => ({
    person,
    role: random.chance(0.5) ? (account.people[person]?.role ?? null) : null,
    after: index === 0 ? -1 : random.int(-1, Math.max(-1, steps - 2)),
  }));
}

function drawCompetitor(random: Random, life: Life): string | null {
  if (!life.won && random.chance(0.35)) return DOING_NOTHING;
  return random.weighted([
    [null, 52],
    [competitors[0], 18],
    [competitors[1], 14],
    [competitors[2], 10],
    [IN_HOUSE, 6],
  ]);
}

/** The n-th deal of an account; its name is not yet compared with others. */
export function drawDeal(
  account: Account,
  number: number,
  type: DealType,
  created: Temporal.PlainDate,
): Deal {
  const key = `deal:${account.company.name}:${number}`;
  const random = randomFor(key);
  const life = drawLife(random, created, type, winChance(type, account.owner));
  const lines = drawLines(random, account, type);
  const [main] = lines;
  const topic = type === 'Renewal' ? 'renewal' : random.pick(TOPICS[main?.product ?? 'track']);
  return {
    key,
    name: `${account.company.name} – ${main?.quantity ?? 0} ${account.company.unit} – ${topic}`,
    account,
    type,
    life,
    lines,
    linesEntered: type === 'Renewal' || random.chance(0.78),
    estimate: random.float(0.78, 1.24),
    participants: drawParticipants(random, account, life.steps.length),
    challenge: random.weighted([
      [null, 38],
      ['Cost', 26],
      ['Growth', 10],
      ['Risk', 10],
      ['Speed', 8],
      ['Customer experience', 8],
    ]),
    useCase: random.weighted([
      [null, 55],
      ['First introduction', 14],
      ['Replacement', 16],
      ['Consolidation', 7],
      ['Expansion', 8],
    ]),
    competitor: drawCompetitor(random, life),
    competitorRow: random.chance(0.5),
    changeDecision: random.chance(0.55),
    leadSource: random.weighted([
      [null, 40],
      ['Web', 22],
      ['Phone Inquiry', 12],
      ['Partner Referral', 18],
      ['Other', 8],
    ]),
  };
}
