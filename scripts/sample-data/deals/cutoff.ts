import type { Temporal } from 'temporal-polyfill';
import { earlier } from '../calendar.ts';
import { sellers } from '../world/team.ts';

/** The last day on which the seller wrote anything: yesterday, or the day before they left or went on leave. */
export function lastDayOf(owner: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const seller = sellers.find(({ key }) => key === owner);
  const gone = seller?.leftOn ?? seller?.onLeaveSince ?? 0;
  return earlier(today.subtract({ days: 1 }), today.subtract({ days: gone + 1 }));
}
