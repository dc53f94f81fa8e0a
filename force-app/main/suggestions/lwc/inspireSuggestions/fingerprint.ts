import ACCOUNT_COUNTRY from '@salesforce/schema/Account.BillingCountry';
import ACCOUNT_EMPLOYEES from '@salesforce/schema/Account.NumberOfEmployees';
import ACCOUNT_INDUSTRY from '@salesforce/schema/Account.Industry';
import ACCOUNT_MODIFIED from '@salesforce/schema/Account.LastModifiedDate';
import ACCOUNT_REVENUE from '@salesforce/schema/Account.AnnualRevenue';
import ACCOUNT_TYPE from '@salesforce/schema/Account.Type';
import AMOUNT from '@salesforce/schema/Opportunity.Amount';
import CHALLENGE from '@salesforce/schema/Opportunity.Inspire_Challenge__c';
import CLOSE_DATE from '@salesforce/schema/Opportunity.CloseDate';
import COMPETITOR from '@salesforce/schema/Opportunity.Inspire_Competitor__c';
import DECIDED_ON from '@salesforce/schema/Opportunity.Inspire_Change_Decision_Date__c';
import MODIFIED from '@salesforce/schema/Opportunity.LastModifiedDate';
import STAGE from '@salesforce/schema/Opportunity.StageName';
import TYPE from '@salesforce/schema/Opportunity.Type';
import USE_CASE from '@salesforce/schema/Opportunity.Inspire_Use_Case__c';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

const fields = {
  Opportunity: [STAGE, AMOUNT, CLOSE_DATE, TYPE, CHALLENGE, USE_CASE, COMPETITOR, DECIDED_ON, MODIFIED],
  Account: [
    ACCOUNT_INDUSTRY,
    ACCOUNT_COUNTRY,
    ACCOUNT_EMPLOYEES,
    ACCOUNT_REVENUE,
    ACCOUNT_TYPE,
    ACCOUNT_MODIFIED,
  ],
};

/** Fields of the record that move the list; read so that the panel hears when one of them changes. */
export const watchedFields = (objectApiName: string | undefined) =>
  objectApiName === 'Account' ? fields.Account : fields.Opportunity;

/** A short text that differs whenever one of the watched values does; says nothing about the values (FNV-1a). */
export function fingerprintOf(record: RecordRepresentation): string {
  const values = JSON.stringify(Object.entries(record.fields).map(([name, field]) => [name, field?.value]));
  let hash = 0x811c9dc5;
  for (const character of values) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
