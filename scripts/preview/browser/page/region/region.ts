import { LightningElement, api } from 'lwc';
import InspireAccountPlan from 'c/inspireAccountPlan';
import InspireSuggestions from 'c/inspireSuggestions';
import InspireTouchpoints from 'c/inspireTouchpoints';
import type { Region as Items } from '@preview/flexipages';
import { formFactor } from '../../org/form-factor.ts';
import type { PageRecord } from '../../org/record.ts';
import Activity from '../activity/activity.ts';
import Details from '../details/details.ts';
import Highlights from '../highlights/highlights.ts';
import Path from '../path/path.ts';
import RelatedLists from '../relatedLists/relatedLists.ts';
import Tabset from '../tabset/tabset.ts';

/** The components that the org's record pages name. */
const components: ReadonlyMap<string, typeof LightningElement> = new Map<string, typeof LightningElement>([
  ['force:highlightsPanel', Highlights],
  ['runtime_sales_pathassistant:pathAssistant', Path],
  ['force:detailPanel', Details],
  ['force:relatedListContainer', RelatedLists],
  ['runtime_sales_activities:activityPanel', Activity],
  ['flexipage:tabset', Tabset],
]);
const own: ReadonlyMap<string, typeof LightningElement> = new Map([
  ['inspireAccountPlan', InspireAccountPlan],
  ['inspireSuggestions', InspireSuggestions],
  ['inspireTouchpoints', InspireTouchpoints],
]);

/** One region of a record page, its components below each other. */
export default class Region extends LightningElement {
  @api items: Items = [];
  @api record!: PageRecord;

  get shown() {
    return this.items
      .filter(({ formFactor: only }) => only === null || only.toLowerCase() === formFactor.toLowerCase())
      .map(({ component, tabs }, index) => ({
        key: `${component}-${index}`,
        constructor: components.get(component) ?? own.get(component) ?? unknownComponent(component),
        properties: own.has(component)
          ? { recordId: this.record.id, objectApiName: this.record.sobject }
          : { record: this.record, ...(tabs.length > 0 ? { tabs } : {}) },
      }));
  }
}

function unknownComponent(name: string): never {
  throw new Error(`A record page names "${name}", which the preview does not have.`);
}
