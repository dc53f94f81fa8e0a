import LOADING from '@salesforce/label/c.Inspire_Loading';
import { LightningElement } from 'lwc';

/** The outline of two tiles while the first answer is under way. */
export default class InspireLoading extends LightningElement {
  label = LOADING;
}
