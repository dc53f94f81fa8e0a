import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../../clock.ts';
import type { RecordError } from '../../errors.ts';
import type { Change } from '../change.ts';
import type { Row } from '../row.ts';

/** The fields that tell when an event is, made to agree, or what is missing to tell. */
export type EventTimes = { times: Row } | { error: RecordError };

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Start, end and length say the same thing, whichever two were given; a day-long event has days. */
export function eventTimes({ before, after, given }: Change): EventTimes {
  const row = { ...after };
  if (given.has('ActivityDateTime') && !given.has('StartDateTime')) {
    row['StartDateTime'] = row['ActivityDateTime'] ?? null;
  }
  return row['IsAllDayEvent'] === true ? wholeDays(row, before) : withinDays(row, given);
}

function withinDays(row: Row, given: ReadonlySet<string>): EventTimes {
  const start = instantOf(row, 'StartDateTime');
  if (!start) return missing('ActivityDateTime');
  const end = endOf(row, start, given);
  if (!end) return missing('DurationInMinutes');
  const length = (end.epochMilliseconds - start.epochMilliseconds) / MINUTE;
  if (length < 0)
    return refused('FIELD_INTEGRITY_EXCEPTION', 'End DateTime: an event ends after it starts', [
      'EndDateTime',
    ]);
  const times: Row = {
    StartDateTime: apiDateTime(start),
    ActivityDateTime: apiDateTime(start),
    EndDateTime: apiDateTime(end),
    DurationInMinutes: length,
    ActivityDate: apiDateTime(start).slice(0, 10),
    EndDate: apiDateTime(end).slice(0, 10),
  };
  return { times };
}

/** The length that an event has moves with its start, unless an end is given. */
function endOf(row: Row, start: Temporal.Instant, given: ReadonlySet<string>): Temporal.Instant | null {
  const length = row['DurationInMinutes'];
  const endDecides = given.has('EndDateTime') && !given.has('DurationInMinutes');
  return endDecides || typeof length !== 'number'
    ? instantOf(row, 'EndDateTime')
    : start.add({ minutes: length });
}

function wholeDays(row: Row, before: Row | null): EventTimes {
  const moved = row['ActivityDate'] !== (before?.['ActivityDate'] ?? null);
  const day = moved ? row['ActivityDate'] : (row['StartDateTime'] ?? row['ActivityDate']);
  if (typeof day !== 'string') return missing('ActivityDate');
  const first = Temporal.PlainDate.from(day.slice(0, 10));
  const length = typeof row['DurationInMinutes'] === 'number' ? row['DurationInMinutes'] : DAY_MINUTES;
  const days = Math.max(1, Math.round(length / DAY_MINUTES));
  const last = first.add({ days: days - 1 });
  const times: Row = {
    ActivityDate: first.toString(),
    EndDate: last.toString(),
    DurationInMinutes: days * DAY_MINUTES,
    ActivityDateTime: null,
    StartDateTime: `${first.toString()}T00:00:00.000+0000`,
    EndDateTime: `${last.toString()}T00:00:00.000+0000`,
  };
  return { times };
}

const refused = (statusCode: string, message: string, fields: string[]): EventTimes => ({
  error: { statusCode, message, fields },
});

const missing = (field: string): EventTimes =>
  refused('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field}]`, [field]);

function instantOf(row: Row, field: string): Temporal.Instant | null {
  const text = row[field];
  return typeof text === 'string' ? Temporal.Instant.from(text.replace('+0000', 'Z')) : null;
}
