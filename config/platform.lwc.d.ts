/** What the Lightning platform gives to components, as far as the panels use it. */
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
declare module '@salesforce/schema/*' {
  const field: { objectApiName: string; fieldApiName: string };
  export default field;
}
declare module '@salesforce/apex' {
  export function refreshApex(provisioned: unknown): Promise<void>;
}
declare module '@salesforce/apex/*' {
  import type { WireAdapterConstructor } from 'lwc';
  interface GatewayCall {
    operation: string;
    /** Null for what is about no record; nothing is asked while it is undefined. */
    recordId: string | null | undefined;
    /** A JSON object as text. */
    input: string | undefined;
  }
  /** Answers with a JSON text; usable as a wire adapter and as a function. */
  const method: WireAdapterConstructor<GatewayCall> & ((call: GatewayCall) => Promise<string>);
  export default method;
}
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface RecordRepresentation {
    id: string;
    fields: Record<string, { value: unknown } | undefined>;
  }
  /** One result per record, in the order asked for; for one that can not be read what went wrong. */
  export interface BatchRepresentation {
    results: { statusCode: number; result: RecordRepresentation | object }[];
  }
  export const getRecord: WireAdapterConstructor<{
    recordId: string | undefined;
    optionalFields: { objectApiName: string; fieldApiName: string }[] | undefined;
  }>;
  export const getRecords: WireAdapterConstructor<{
    records: { recordIds: string[]; fields: { objectApiName: string; fieldApiName: string }[] }[] | undefined;
  }>;
  type FieldValue = string | number | boolean | null;
  /** As the user, by the rules of the org. Rejects with what the UI API answers. */
  export function createRecord(record: {
    apiName: string;
    fields: Record<string, FieldValue>;
  }): Promise<RecordRepresentation>;
  /** `fields` with the record's `Id`. */
  export function updateRecord(record: { fields: Record<string, FieldValue> }): Promise<RecordRepresentation>;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}
declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
  export function registerRefreshHandler(
    component: LightningElement,
    handler: () => Promise<unknown>,
  ): number;
  export function unregisterRefreshHandler(id: number): void;
}
declare module 'lightning/pageReferenceUtils' {
  export function encodeDefaultFieldValues(values: Record<string, string>): string;
}
declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';
  export interface PageReference {
    type: string;
    attributes: Record<string, string>;
    state?: Record<string, string>;
  }
  type Base = typeof LightningElement;
  type Navigating = LightningElement & Record<symbol, (page: PageReference) => void>;
  interface Mixin {
    (base: Base): Omit<Base, 'prototype'> & { new (): Navigating; prototype: Navigating };
    Navigate: symbol;
  }
  export const NavigationMixin: Mixin;
}
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open<Outcome>(options: Record<string, unknown>): Promise<Outcome | undefined>;
    close(outcome?: unknown): void;
  }
}
