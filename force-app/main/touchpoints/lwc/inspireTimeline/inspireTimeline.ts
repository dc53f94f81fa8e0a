import { countText } from 'c/inspireFormat';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { LightningElement, api } from 'lwc';
import { entryOf } from './entry';
import { groupsOf } from './groups';

/** All touchpoints, by what is to be done with them. Its entries emit `want` and `choose`. */
export default class InspireTimeline extends LightningElement {
  @api touchpoints: Touchpoint[] = [];
  @api today = '';
  @api mayAct = false;

  get groups() {
    return groupsOf(this.touchpoints).map(({ id, name, touchpoints }) => ({
      id,
      heading: `${name} (${countText(touchpoints.length)})`,
      entries: touchpoints.map((each) => entryOf(each, this.today, this.mayAct)),
    }));
  }

  pass({ detail }: CustomEvent<string>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }
}
