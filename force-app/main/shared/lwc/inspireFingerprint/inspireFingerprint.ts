import ACCOUNT_MODIFIED from '@salesforce/schema/Account.LastModifiedDate';
import AMOUNT from '@salesforce/schema/Opportunity.Amount';
import CLOSE_DATE from '@salesforce/schema/Opportunity.CloseDate';
import MODIFIED from '@salesforce/schema/Opportunity.LastModifiedDate';
import STAGE from '@salesforce/schema/Opportunity.StageName';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

const account = [ACCOUNT_MODIFIED];
/** Two edits within one second have the same modification date, so the fields that are edited most are watched too. */
const opportunity = [MODIFIED, STAGE, AMOUNT, CLOSE_DATE];

/** Fields that are read so that the panel hears when the record changes. */
export const watchedFields = (objectApiName: string | undefined) =>
  objectApiName === 'Account' ? account : opportunity;

/** A short text that differs when a watched value does, and says nothing about the values (FNV-1a, 32 bits). */
export function fingerprintOf({ fields }: RecordRepresentation): string {
  const values = JSON.stringify(Object.entries(fields).map(([name, field]) => [name, field?.value]));
  let hash = 0x811c9dc5;
  for (const character of values) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
