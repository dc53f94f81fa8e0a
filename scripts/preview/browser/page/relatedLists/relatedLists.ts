import { LightningElement, api } from 'lwc';
import type { PageRecord } from '../../org/record.ts';
import { relatedListsOf, type RelatedListDefinition } from '../../org/related-lists.ts';

/** All related lists of a record. */
export default class RelatedLists extends LightningElement {
  @api record!: PageRecord;

  get lists(): readonly RelatedListDefinition[] {
    return relatedListsOf(this.record.sobject);
  }
}
