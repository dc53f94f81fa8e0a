import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { recordOf } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import type { TouchpointParts } from '../parts.ts';
import { anchorsIn } from '../record/read-record.ts';
import { readCurrentRecord } from './current-record.ts';

/** Dates that an account plan is made around, in the order in which they are shown. */
const planAnchors = ['contractEnd', 'assetEnd', 'competitorTermEnd', 'anniversary'] as const;

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

/**
 * Dates of an account that count: the next end of a contract, of a product's use and of a competitor's term, as far as the
 * viewer may see them, and the next anniversary of the first won deal, whoever may see that.
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
  const { snapshot } = await parts.store.inTenant(orgId, (tenant) =>
    readCurrentRecord(tenant, call, called, { configuration, now }),
  );
  const { anniversary } = snapshot.anchors;
  const days = {
    ...anchorsIn(called.fields),
    anniversary: anniversary && nextAnniversary(anniversary, today),
  };
  const dates = planAnchors.map((anchor) => ({ anchor, on: days[anchor] }));
  return { recordId: called.recordId, today, dates, mayAct: call.facts.access.edit };
};
