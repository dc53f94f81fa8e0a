import type { Fault } from '../../errors.ts';
import type { Entry } from './entry.ts';

/** Dates of an item that cannot both hold. */
export function dateFaults(entry: Entry): Fault[] {
  if (entry.kind !== 'item') return [];
  const { reviewedOn, reviewBy, validFrom, expiresOn } = entry.value;
  const faults: Fault[] = [];
  if (reviewBy < reviewedOn)
    faults.push({
      place: `${entry.place}.reviewBy`,
      message: `${reviewBy} is before reviewedOn, ${reviewedOn}`,
    });
  if (validFrom && expiresOn && expiresOn < validFrom)
    faults.push({
      place: `${entry.place}.expiresOn`,
      message: `${expiresOn} is before validFrom, ${validFrom}`,
    });
  return faults;
}
