import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { recordOf } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import { isHidden } from '../../journey/index.ts';
import type { TouchpointParts } from '../parts.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { readCurrentRecord } from './current-record.ts';

/** Dates that an account plan is made around, in the order in which they are shown. */
const planAnchors = ['contractEnd', 'assetEnd', 'competitorTermEnd', 'anniversary'] as const;

type PlanAnchor = (typeof planAnchors)[number];

/** What is coming up on an account. */
export const accountPlanSchema = z.strictObject({
  recordId: z.string(),
  /** The viewer's civil day. */
  today: z.iso.date(),
  /** Each date once, in a fixed order; without `on` where it is not known. */
  dates: z.array(z.strictObject({ anchor: z.enum(planAnchors), on: z.iso.date().optional() })),
  /** May the viewer change the account? */
  mayAct: z.boolean(),
});

export type AccountPlan = z.infer<typeof accountPlanSchema>;

/** The next time, from `today` on, that the year comes round; 29 February is the 28th in other years. */
const nextAnniversary = (first: string, today: string): string => {
  const day = Temporal.PlainDate.from(first);
  const now = Temporal.PlainDate.from(today);
  const inYear = (year: number) => day.add({ years: year - day.year });
  const thisYear = inYear(Math.max(now.year, day.year));
  const isOver = Temporal.PlainDate.compare(thisYear, now) < 0;
  return (isOver ? inYear(thisYear.year + 1) : thisYear).toString();
};

/** A competitor's term is not told to those who may not read its field, although the mirror knows it. */
const mayRead = (anchor: PlanAnchor, { hiddenFields }: SignedCall<unknown>['facts']): boolean =>
  anchor !== 'competitorTermEnd' || !isHidden(hiddenFields, 'Account.Inspire_Competitor_Term_End__c');

const dayOf = (anchor: PlanAnchor, { anchors }: RecordSnapshot, today: string): string | undefined => {
  const on = anchors[anchor];
  return anchor === 'anniversary' && on !== undefined ? nextAnniversary(on, today) : on;
};

/**
 * Dates of an account that count: the next end of a contract, of a product's use, of a competitor's term, and the next
 * anniversary of the first won deal.
 * @throws AppError `recordMissing`; `recordUnsupported` on anything but an account
 */
export const showAccountPlan = async (
  call: SignedCall<unknown>,
  parts: TouchpointParts,
): Promise<AccountPlan> => {
  const called = recordOf(call.facts);
  if (called.sobject !== 'Account')
    throw new AppError('recordUnsupported', `A record of ${called.sobject} has no account plan.`, {
      remedy: 'Use this panel on Account pages.',
    });
  const { orgId, timeZone } = call.caller;
  const now = parts.now();
  const today = civilDate(now, timeZone);
  const configuration = await parts.factConfigurationOf(orgId);
  return parts.store.inTenant(orgId, async (tenant) => {
    const { snapshot } = await readCurrentRecord(tenant, call, called, { configuration, now });
    const dates = planAnchors.map((anchor) => ({
      anchor,
      on: mayRead(anchor, call.facts) ? dayOf(anchor, snapshot, today) : undefined,
    }));
    return { recordId: called.recordId, today, dates, mayAct: call.facts.access.edit };
  });
};
