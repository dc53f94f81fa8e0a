import TERM_END from '@salesforce/schema/Account.Inspire_Competitor_Term_End__c';
import OBJECTIVES from '@salesforce/schema/Account.Inspire_Objectives__c';
import MODIFIED from '@salesforce/schema/Account.LastModifiedDate';
import NAME from '@salesforce/schema/Account.Name';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** Fields of the account that the panel shows, or that change what it shows. */
export const accountFields = [NAME, MODIFIED, TERM_END, OBJECTIVES];

/** An account as the viewer may read it. */
export interface Account {
  name: string;
  /** Undefined where the viewer may not read them. */
  objectives: string | undefined;
  seesTermEnd: boolean;
}

/** Fields that the viewer may not read are not there. */
export function accountOf({ fields }: RecordRepresentation): Account {
  const textOf = (field: string) => {
    const value = fields[field]?.value;
    return typeof value === 'string' ? value : '';
  };
  return {
    name: textOf(NAME.fieldApiName),
    objectives: fields[OBJECTIVES.fieldApiName] && textOf(OBJECTIVES.fieldApiName),
    seesTermEnd: fields[TERM_END.fieldApiName] !== undefined,
  };
}

/** What `updateRecord` takes to fill in when a competitor's term ends. */
export const withTermEnd = (Id: string, day: string) => ({ fields: { Id, [TERM_END.fieldApiName]: day } });

/** What `updateRecord` takes to write the objectives; a blank text takes them away. */
export const withObjectives = (Id: string, text: string) => ({
  fields: { Id, [OBJECTIVES.fieldApiName]: text || null },
});
