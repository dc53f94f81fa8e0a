import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../clock.ts';
import { SalesforceError } from '../errors.ts';
import type { Call } from './call.ts';

/** `Mon, 30 Nov 2020 08:34:54 GMT` */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [A-Z]{3}$/;

/**
 * The instant after which a record must not have changed for the call to be carried out, as the API writes instants.
 * @throws SalesforceError with status 400 if the header is no date
 */
export function unmodifiedSince({ headers }: Call): string | undefined {
  const given = headers['if-unmodified-since'];
  if (given === undefined) return undefined;
  const milliseconds = httpDate.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(milliseconds))
    throw new SalesforceError('INVALID_HEADER', `If-Unmodified-Since is no date: ${given}`);
  return apiDateTime(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}
