import { AppError } from '../../errors.ts';
import type { CalledRecord } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import type { Store } from '../../store/index.ts';
import type { FactConfiguration } from '../facts/index.ts';
import { isHidden } from '../fills.ts';

export interface JourneyParts {
  store: Store;
  now: () => Date;
  /** What the org published on how a record is read. */
  factConfigurationOf: (orgId: string) => Promise<FactConfiguration>;
}

/** @throws AppError `recordLocked` unless the viewer may edit the record */
export const requireEditable = ({ facts }: SignedCall<unknown>, { recordId }: CalledRecord): void => {
  if (!facts.access.edit)
    throw new AppError('recordLocked', `You may read the record ${recordId}, not change it.`);
};

const isAsked = (selectedFields: readonly string[] | undefined, field: string): boolean =>
  selectedFields?.some((path) => path.toLowerCase() === field.toLowerCase()) ?? true;

/** @throws AppError `factNotWritable` for a field of the opportunity that was not read: it may hold something already */
export const requireReadable = ({ facts }: SignedCall<unknown>, field: string): void => {
  if (isHidden(facts.hiddenFields, `Opportunity.${field}`))
    throw new AppError('factNotWritable', `You may not read ${field}, so it can not be filled in blindly.`);
  if (!isAsked(facts.selectedFields, field))
    throw new AppError('factNotWritable', `The org does not read ${field}: it can not be filled in blindly.`);
};
