import TITLE from '@salesforce/label/c.Inspire_Setup_Title';
import { LightningElement } from 'lwc';

/** For admins: is the org in step, and what is there to do about it. */
export default class InspireSetup extends LightningElement {
  title = TITLE;
}
