import type { Temporal } from 'temporal-polyfill';
import { accountWrites, DUPLICATE } from './account-writes.ts';
import { at, isBefore } from './calendar.ts';
import { userKey } from './deals/accounts.ts';
import { activityWrites } from './deals/activity-writes.ts';
import { lastDayOf } from './deals/cutoff.ts';
import type { Deal } from './deals/deal.ts';
import { AFTERNOON, MORNING, opportunityWrites } from './deals/opportunity-writes.ts';
import { drawPipeline, HISTORY_DAYS } from './deals/pipeline.ts';
import { EXISTING, setupWrites } from './setup-writes.ts';
import { staged } from './staged/index.ts';
import { stagedWrites } from './staged/writes.ts';
import { type FieldValue, ref, type Write } from './timeline.ts';
import { sellers } from './world/team.ts';

type Day = Temporal.PlainDate;

/** Accounts that have bought by the last day their seller wrote anything. */
const customersOf = (deals: readonly Deal[], today: Day): Set<string> =>
  new Set(
    deals
      .filter(({ life, account }) => life.won && !isBefore(lastDayOf(account.owner, today), life.decidedOn))
      .map(({ account }) => account.key),
  );

/** Whoever left can no longer log in; what was open stays in their name. */
const departures = (today: Day): Write[] =>
  sellers.flatMap(({ key, leftOn }) => {
    if (leftOn === undefined) return [];
    const moment = at(today.subtract({ days: leftOn }), AFTERNOON);
    return [
      {
        at: moment,
        by: EXISTING.administrator,
        operation: 'update',
        sobject: 'User',
        key: userKey(key),
        fields: { IsActive: false },
      },
    ];
  });

/** Salesforce lets an event last two weeks at most, so leave is a row of them. */
const leave = (today: Day): Write[] =>
  sellers.flatMap(({ key, onLeaveSince }) => {
    if (onLeaveSince === undefined) return [];
    const start = today.subtract({ days: onLeaveSince });
    return Array.from({ length: 12 }, (_, part): Write => {
      const from = start.add({ days: part * 14 });
      const fields: Record<string, FieldValue> = {
        Subject: 'Parental leave',
        IsAllDayEvent: true,
        ShowAs: 'OutOfOffice',
        StartDateTime: at(from, 0).toString(),
        EndDateTime: at(from.add({ days: 13 }), 0).toString(),
        OwnerId: ref(userKey(key)),
      };
      return {
        at: at(start.subtract({ days: 3 }), MORNING),
        by: userKey(key),
        operation: 'create',
        sobject: 'Event',
        key: `leave:${key}:${part}`,
        fields,
      };
    });
  });

/** The deal that somebody opened on the second record of a company. */
function onDuplicate(today: Day): Write[] {
  const by = userKey(DUPLICATE.owner);
  const created = at(today.subtract({ days: 64 }), MORNING);
  const fields = {
    Name: 'Brunner – driver app',
    AccountId: ref(DUPLICATE.key),
    OwnerId: ref(by),
    StageName: 'Qualification',
    CloseDate: today.subtract({ days: 9 }).toString(),
    CurrencyIsoCode: 'EUR',
  };
  return [{ at: created, by, operation: 'create', sobject: 'Opportunity', key: 'deal:duplicate', fields }];
}

/**
 * Everything that happened in the vendor's org until yesterday, in no particular order. The draws do not depend on
 * `today` (UTC); dates follow it, and weekends move them a little.
 */
export function generateSampleData(today: Day): Write[] {
  const { accounts, deals } = drawPipeline(today);
  const firstDay = today.subtract({ days: HISTORY_DAYS + 8 });
  return [
    ...setupWrites(firstDay),
    ...accountWrites(accounts, customersOf(deals, today), firstDay),
    ...deals.flatMap((deal) => [...opportunityWrites(deal, today), ...activityWrites(deal, today)]),
    ...onDuplicate(today),
    ...staged.flatMap((deal) => stagedWrites(deal, today)),
    ...leave(today),
    ...departures(today),
  ];
}
