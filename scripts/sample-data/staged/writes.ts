import type { Temporal } from 'temporal-polyfill';
import { at, workdayBefore } from '../calendar.ts';
import { EVENING, meetingWrite, taskWrite } from '../deals/activity-writes.ts';
import { userKey } from '../deals/accounts.ts';
import { AFTERNOON, MORNING } from '../deals/opportunity-writes.ts';
import { EXISTING } from '../setup-writes.ts';
import { type FieldValue, ref, type Write } from '../timeline.ts';
import { emailOf } from '../world/people.ts';
import { products } from '../world/vendor.ts';
import { type StagedDeal, type StagedPerson, STAGED_OWNER } from './index.ts';

type Day = Temporal.PlainDate;
type Draft = Pick<Write, 'sobject' | 'key' | 'fields'> & { operation?: Write['operation'] };

const by = userKey(STAGED_OWNER);
const dealKey = (deal: StagedDeal): string => `staged:${deal.id}`;
const personKey = (deal: StagedDeal, index: number): string => `staged:${deal.id}:person:${index}`;
/** Things happened on working days, except yesterday's, which happened yesterday. */
const dayOf = (today: Day, daysAgo: number): Day => {
  const day = today.subtract({ days: daysAgo });
  return daysAgo > 1 ? workdayBefore(day) : day;
};
const on = (moment: Temporal.Instant, draft: Draft): Write => ({
  at: moment,
  by,
  operation: 'create',
  ...draft,
});

function linesOf(deal: StagedDeal): { product: string; unitPrice: number }[] {
  return deal.products.map((product) => {
    const list = products.find(({ key }) => key === product)?.price.EUR ?? 0;
    return { product, unitPrice: Math.round(list * (1 - deal.discount) * 100) / 100 };
  });
}

const amountOf = (deal: StagedDeal): number =>
  Math.round(linesOf(deal).reduce((sum, { unitPrice }) => sum + unitPrice * deal.vehicles, 0) * 100) / 100;

function stepFields(step: StagedDeal['steps'][number], today: Day): Record<string, FieldValue> {
  return {
    ...(step.stage ? { StageName: step.stage } : {}),
    ...(step.closeIn === undefined ? {} : { CloseDate: today.add({ days: step.closeIn }).toString() }),
  };
}

function opportunity(deal: StagedDeal, today: Day): Write[] {
  const [first, ...later] = deal.steps;
  if (!first) return [];
  const fields = {
    Name: deal.name,
    AccountId: ref(`account:${deal.account}`),
    OwnerId: ref(by),
    Type: deal.type,
    ...(deal.type === 'Renewal' ? { RecordTypeId: ref(EXISTING.renewal) } : {}),
    Amount: amountOf(deal),
    CurrencyIsoCode: 'EUR',
    Inspire_Challenge__c: deal.challenge ?? null,
    Inspire_Use_Case__c: deal.useCase ?? null,
    Inspire_Competitor__c: deal.competitor ?? null,
    ...stepFields(first, today),
  };
  const created = at(dayOf(today, first.daysAgo), MORNING);
  const lines = linesOf(deal).map(({ product, unitPrice }): Write => {
    const line = {
      OpportunityId: ref(dealKey(deal)),
      PricebookEntryId: ref(`price:${product}:EUR`),
      Quantity: deal.vehicles,
      UnitPrice: unitPrice,
    };
    return on(created, {
      sobject: 'OpportunityLineItem',
      key: `line:${dealKey(deal)}:${product}`,
      fields: line,
    });
  });
  const steps = later.map((step): Write => {
    const moment = at(dayOf(today, step.daysAgo), AFTERNOON);
    return on(moment, {
      operation: 'update',
      sobject: 'Opportunity',
      key: dealKey(deal),
      fields: stepFields(step, today),
    });
  });
  return [
    on(created, { sobject: 'Opportunity', key: dealKey(deal), fields }),
    ...lines,
    ...steps,
    ...decision(deal, today),
  ];
}

function decision(deal: StagedDeal, today: Day): Write[] {
  if (!deal.changeDecision) return [];
  const { daysAgo, by: decidedBy, words } = deal.changeDecision;
  const day = dayOf(today, daysAgo);
  const fields = {
    Inspire_Change_Decision_Date__c: day.toString(),
    Inspire_Change_Decision_By__c: decidedBy,
    Inspire_Change_Decision_Words__c: words,
  };
  return [on(at(day, EVENING), { operation: 'update', sobject: 'Opportunity', key: dealKey(deal), fields })];
}

function person(deal: StagedDeal, staged: StagedPerson, index: number, today: Day): Write[] {
  const key = personKey(deal, index);
  const joined = at(dayOf(today, staged.joined), MORNING);
  const { first, last, title, role } = staged;
  const contact = {
    AccountId: ref(`account:${deal.account}`),
    OwnerId: ref(by),
    FirstName: first,
    LastName: last,
    Title: title,
    Email: emailOf(staged, deal.account),
  };
  const part = { OpportunityId: ref(dealKey(deal)), ContactId: ref(key), Role: role, IsPrimary: index === 0 };
  const roleKey = `role:${key}`;
  const arrived = [
    on(joined, { sobject: 'Contact', key, fields: contact }),
    on(joined, { sobject: 'OpportunityContactRole', key: roleKey, fields: part }),
  ];
  if (staged.left === undefined) return arrived;
  const gone = at(dayOf(today, staged.left), AFTERNOON);
  return [
    ...arrived,
    on(gone, {
      operation: 'update',
      sobject: 'Contact',
      key,
      fields: { Title: staged.titleAfterwards ?? title },
    }),
    on(gone, { operation: 'delete', sobject: 'OpportunityContactRole', key: roleKey, fields: {} }),
  ];
}

function activities(deal: StagedDeal, today: Day): Write[] {
  const yesterday = today.subtract({ days: 1 });
  const about = { by, deal: dealKey(deal) };
  const tasks = deal.tasks.map(({ daysAgo, subject, channel, open, person: who }, index) => {
    const contact = who === undefined ? undefined : personKey(deal, who);
    const day = dayOf(today, daysAgo);
    return taskWrite(
      { ...about, key: `task:${dealKey(deal)}:${index}`, subject, contact, on: day },
      channel,
      open !== true,
      yesterday,
    );
  });
  const meetings = deal.meetings.map(({ daysAgo, subject }, index) => {
    const day = dayOf(today, daysAgo);
    return meetingWrite({ ...about, key: `event:${dealKey(deal)}:${index}`, subject, on: day }, 9, yesterday);
  });
  return [...tasks, ...meetings];
}

/** A staged deal with its people and what was done on it. */
export const stagedWrites = (deal: StagedDeal, today: Day): Write[] => [
  ...opportunity(deal, today),
  ...deal.people.flatMap((each, index) => person(deal, each, index, today)),
  ...activities(deal, today),
];
