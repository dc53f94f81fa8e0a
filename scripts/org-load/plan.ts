import type { Temporal } from 'temporal-polyfill';
import type { Deal, Stage } from './clean/index.ts';

/** The amounts of a pipeline. */
export const CURRENCY = 'USD';

/** An opportunity as the org has it. */
export interface StoredDeal {
  StageName: string;
  CloseDate: string;
  Amount: number | null;
  Name: string;
  OwnerId: string;
  AccountId: string | null;
}

/** What the org has, by the key of the file. */
export interface Stored {
  deals: ReadonlyMap<string, StoredDeal>;
  /** Sales price of the product on the deal. */
  prices: ReadonlyMap<string, number>;
}

/** What a deal is to be in the org, beside its stage. */
export interface Target {
  name: string;
  ownerId: string;
  accountId: string | null;
  pricebookEntryId: string;
  listPrice: number;
}

/** Values by field; a field that is absent is left alone. */
export type Fields = Readonly<Record<string, string | number | boolean>>;

/** What is written on one day, in this order. `null`: whatever is left, on the day of loading. */
export interface Day {
  on: string | null;
  /** Prices of deals that close. */
  prices: Fields[];
  /** Deals that begin or close. */
  deals: Fields[];
  /** Products of deals that begin. */
  products: Fields[];
}

interface Step {
  on: string;
  stage: Stage;
  closeDate: string;
}

/**
 * The stages of a deal that its dates show, oldest first: Engaging on the day of engagement, Won or Lost on the day of
 * closing, which may be the same day. One without dates is known since `asOf`, the last day that the pipeline tells of. Salesforce wants a close
 * date of open deals too: it is `asOf` until the deal closes.
 */
export function stepsOf({ deal_stage: stage, engage_date, close_date }: Deal, asOf: string): Step[] {
  const from = engage_date?.toString() ?? asOf;
  if (stage === 'Prospecting' || stage === 'Engaging') return [{ on: from, stage, closeDate: asOf }];
  const on = close_date?.toString() ?? asOf;
  const closing: Step = { on, stage, closeDate: on };
  return engage_date && from < on ? [{ on: from, stage: 'Engaging', closeDate: asOf }, closing] : [closing];
}

/** The last day that a deal of the pipeline tells of. */
export function lastDayOf(deals: readonly Deal[], today: Temporal.PlainDate): string {
  const days = deals
    .flatMap(({ engage_date, close_date }) => [engage_date, close_date])
    .flatMap((day) => day?.toString() ?? []);
  return days.sort().at(-1) ?? today.toString();
}

const isClosed = (stage: string): boolean => stage === 'Won' || stage === 'Lost';

/** What is still to be written so that the org has these deals; nothing for those that it has already. Pure. */
export function planDeals(
  deals: readonly { deal: Deal; target: Target }[],
  stored: Stored,
  asOf: string,
): Day[] {
  const days = new Map<string | null, Day>();
  const dayOf = (on: string | null): Day => {
    const known = days.get(on) ?? { on, prices: [], deals: [], products: [] };
    days.set(on, known);
    return known;
  };
  for (const { deal, target } of deals) planDeal(deal, target, stored, asOf, dayOf);
  return [...days.values()].sort((a, b) => (a.on ?? '~').localeCompare(b.on ?? '~'));
}

function planDeal(
  deal: Deal,
  target: Target,
  stored: Stored,
  asOf: string,
  dayOf: (on: string | null) => Day,
): void {
  const key = deal.opportunity_id;
  const steps = stepsOf(deal, asOf);
  const existing = stored.deals.get(key);
  const done = existing ? steps.findIndex(({ stage }) => stage === existing.StageName) : -1;
  const isElsewhere = existing !== undefined && done < 0;
  let price = stored.prices.get(key);
  for (const step of isElsewhere ? steps.slice(-1) : steps.slice(done + 1)) {
    const isNew = !existing && step === steps[0];
    const day = dayOf(isElsewhere ? null : step.on);
    const wanted = priceAt(deal, target, step.stage);
    day.deals.push({
      ...(isNew ? firstFields(key, target) : { Source_Key__c: key }),
      ...stepFields(deal, step),
    });
    if (isNew) day.products.push(product(key, target, wanted));
    else if (price !== undefined && price !== wanted)
      day.prices.push({ Source_Key__c: key, UnitPrice: wanted });
    price = isNew || price !== undefined ? wanted : undefined;
  }
  const last = steps.at(-1);
  if (existing && last) correct(deal, target, existing, last, price, dayOf);
}

const firstFields = (key: string, target: Target): Fields => ({
  Source_Key__c: key,
  Name: target.name,
  OwnerId: target.ownerId,
  CurrencyIsoCode: CURRENCY,
  ...(target.accountId === null ? {} : { AccountId: target.accountId }),
});

/** A deal that is closed is worth what the file says; an open one what its product costs. */
const stepFields = ({ close_value }: Deal, { stage, closeDate }: Step): Fields => ({
  StageName: stage,
  CloseDate: closeDate,
  ...(isClosed(stage) && close_value !== null ? { Amount: close_value } : {}),
});

const priceAt = ({ close_value }: Deal, { listPrice }: Target, stage: string): number =>
  isClosed(stage) && close_value !== null ? close_value : listPrice;

const product = (key: string, { pricebookEntryId }: Target, price: number): Fields => ({
  Source_Key__c: key,
  'Opportunity.Source_Key__c': key,
  PricebookEntryId: pricebookEntryId,
  Quantity: 1,
  UnitPrice: price,
});

/** What differs from the file in a deal that is there, changed today: nobody knows when it changed. */
function correct(
  deal: Deal,
  target: Target,
  existing: StoredDeal,
  last: Step,
  price: number | undefined,
  dayOf: (on: string | null) => Day,
): void {
  const key = deal.opportunity_id;
  const isFinal = existing.StageName === last.stage;
  const wanted = {
    Name: target.name,
    OwnerId: target.ownerId,
    AccountId: target.accountId ?? '#N/A',
    ...(isFinal ? stepFields(deal, last) : {}),
  };
  const current: Readonly<Record<string, string | number | null>> = {
    ...existing,
    AccountId: existing.AccountId ?? '#N/A',
  };
  const differing = Object.entries(wanted).filter(([name, value]) => current[name] !== value);
  if (differing.length > 0) dayOf(null).deals.push({ Source_Key__c: key, ...Object.fromEntries(differing) });
  const wantedPrice = priceAt(deal, target, last.stage);
  if (price === undefined) dayOf(null).products.push(product(key, target, wantedPrice));
  else if (isFinal && price !== wantedPrice)
    dayOf(null).prices.push({ Source_Key__c: key, UnitPrice: wantedPrice });
}
