import type { Temporal } from 'temporal-polyfill';
import { at, isBefore } from '../calendar.ts';
import { randomFor } from '../random.ts';
import { type FieldValue, ref, type Write } from '../timeline.ts';
import { EXISTING } from '../setup-writes.ts';
import { LOST_TO, NO_DECISION } from '../world/subjects.ts';
import { DOING_NOTHING, IN_HOUSE } from '../world/vendor.ts';
import { contactKey, userKey } from './accounts.ts';
import { lastDayOf } from './cutoff.ts';
import { type Deal, totalOf } from './deal.ts';
import { FIRST_BUYING_STAGE, OPEN_STAGES, PROPOSAL, type Step } from './life.ts';

/** Records are made in the morning and brought up to date in the afternoon. */
export const MORNING = 8.5;
export const AFTERNOON = 15.5;

const roundedMoney = (amount: number): number => Math.round(amount * 20) / 20;
const stageIndex = (stage: string | undefined): number => OPEN_STAGES.findIndex((name) => name === stage);

const CHANGE_WORDS = [
  'We do not want another winter like the last one.',
  'The board has decided: paper goes.',
  'It will be done, the question is with whom.',
  'I am tired of explaining late deliveries.',
  'From January on the insurer wants to see it.',
  'Ohne das machen wir das nächste Depot nicht auf.',
];

function firstFields(deal: Deal): Record<string, FieldValue> {
  const { account, life } = deal;
  return {
    Name: deal.name,
    AccountId: ref(account.key),
    OwnerId: ref(userKey(account.owner)),
    StageName: life.firstStage,
    CloseDate: life.firstCloseDate.toString(),
    Amount:
      deal.type === 'New Customer' ? roundedMoney(totalOf(deal.lines) * deal.estimate) : totalOf(deal.lines),
    CurrencyIsoCode: account.currency,
    Type: deal.type,
    ...(deal.type === 'Renewal' ? { RecordTypeId: ref(EXISTING.renewal) } : {}),
    LeadSource: deal.leadSource,
    Inspire_Challenge__c: deal.challenge,
    Inspire_Use_Case__c: deal.useCase,
    Inspire_Competitor__c: deal.competitor === DOING_NOTHING ? null : deal.competitor,
  };
}

function lossNote(deal: Deal): Record<string, FieldValue> {
  const random = randomFor(`loss ${deal.key}`);
  if (deal.competitor === DOING_NOTHING) {
    const first = deal.account.people[0]?.first ?? 'contact';
    return {
      Inspire_Competitor__c: DOING_NOTHING,
      NextStep: random.pick(NO_DECISION).replace('{first}', first),
    };
  }
  if (deal.competitor === null || deal.competitor === IN_HOUSE) return {};
  return { NextStep: random.pick(LOST_TO).replace('{competitor}', deal.competitor) };
}

function decision(deal: Deal, on: Temporal.PlainDate): Record<string, FieldValue> {
  const random = randomFor(`change decision ${deal.key}`);
  const person = deal.account.people[0];
  if (!deal.changeDecision || !person) return {};
  return {
    Inspire_Change_Decision_Date__c: on.subtract({ days: random.int(0, 6) }).toString(),
    Inspire_Change_Decision_By__c: `${person.first} ${person.last}, ${person.title}`,
    Inspire_Change_Decision_Words__c: random.pick(CHANGE_WORDS),
  };
}

/** The first step for which something holds, or none. */
const firstStep = (steps: readonly Step[], holds: (stage: number) => boolean): Step | undefined =>
  steps.find((step) => holds(stageIndex(step.stage)));

/** A deal's opportunity with all that hangs on it, from its first day to its last or to the seller's last day. */
export function opportunityWrites(deal: Deal, today: Temporal.PlainDate): Write[] {
  const by = userKey(deal.account.owner);
  const last = lastDayOf(deal.account.owner, today);
  const steps = deal.life.steps.filter(({ on }) => !isBefore(last, on));
  const buying = firstStep(steps, (stage) => stage >= FIRST_BUYING_STAGE);
  const quoted = firstStep(steps, (stage) => stage >= PROPOSAL);
  const created = at(deal.life.created, MORNING);
  const changes = steps.map((step): Write => {
    const fields = {
      ...(step.stage ? { StageName: step.stage } : {}),
      ...(step.closeDate ? { CloseDate: step.closeDate.toString() } : {}),
      ...(step === quoted ? { Amount: totalOf(deal.lines) } : {}),
      ...(step === buying ? decision(deal, step.on) : {}),
      ...(step.stage === 'Closed Lost' ? lossNote(deal) : {}),
    };
    return {
      at: at(step.on, AFTERNOON),
      by,
      operation: 'update',
      sobject: 'Opportunity',
      key: deal.key,
      fields,
    };
  });
  const linesAt = deal.type === 'New Customer' ? quoted && at(quoted.on, AFTERNOON) : created;
  return [
    {
      at: created,
      by,
      operation: 'create',
      sobject: 'Opportunity',
      key: deal.key,
      fields: firstFields(deal),
    },
    ...changes,
    ...(linesAt && deal.linesEntered ? lineWrites(deal, linesAt) : []),
    ...roleWrites(deal, steps, created),
    ...competitorWrites(deal, steps),
  ];
}

function lineWrites(deal: Pick<Deal, 'key' | 'lines' | 'account'>, moment: Temporal.Instant): Write[] {
  return deal.lines.map(({ product, quantity, unitPrice }) => ({
    at: moment,
    by: userKey(deal.account.owner),
    operation: 'create',
    sobject: 'OpportunityLineItem',
    key: `line:${deal.key}:${product}`,
    fields: {
      OpportunityId: ref(deal.key),
      PricebookEntryId: ref(`price:${product}:${deal.account.currency}`),
      Quantity: quantity,
      UnitPrice: unitPrice,
    },
  }));
}

function roleWrites(deal: Deal, steps: readonly Step[], created: Temporal.Instant): Write[] {
  return deal.participants.flatMap(({ person, role, after }, index) => {
    const step = after < 0 ? undefined : steps[after];
    if (after >= 0 && !step) return [];
    const fields = {
      OpportunityId: ref(deal.key),
      ContactId: ref(contactKey(deal.account, person)),
      Role: role,
      IsPrimary: index === 0,
    };
    const moment = step ? at(step.on, AFTERNOON) : created;
    return [
      {
        at: moment,
        by: userKey(deal.account.owner),
        operation: 'create',
        sobject: 'OpportunityContactRole',
        key: `role:${deal.key}:${person}`,
        fields,
      },
    ];
  });
}

function competitorWrites(deal: Deal, steps: readonly Step[]): Write[] {
  const step = steps[0];
  if (
    !deal.competitorRow ||
    !step ||
    deal.competitor === null ||
    [DOING_NOTHING, IN_HOUSE].includes(deal.competitor)
  )
    return [];
  const fields = { OpportunityId: ref(deal.key), CompetitorName: deal.competitor };
  return [
    {
      at: at(step.on, AFTERNOON),
      by: userKey(deal.account.owner),
      operation: 'create',
      sobject: 'OpportunityCompetitor',
      key: `competitor:${deal.key}`,
      fields,
    },
  ];
}
