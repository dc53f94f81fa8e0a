import CADENCES from '@salesforce/label/c.Inspire_Cadences';
import BEGIN from '@salesforce/label/c.Inspire_Cadence_Begin_One';
import QUESTIONS from '@salesforce/label/c.Inspire_Touch_Questions';
import CHANGED from '@salesforce/label/c.Inspire_Touch_New_Order';
import MORE from '@salesforce/label/c.Inspire_Timeline';
import TITLE from '@salesforce/label/c.Inspire_Touch_Title';
import UPDATED from '@salesforce/label/c.Inspire_Touch_Updated';
import UNDO from '@salesforce/label/c.Inspire_Undo';

export const labels = {
  begin: BEGIN,
  cadences: CADENCES,
  changed: CHANGED,
  more: MORE,
  questions: QUESTIONS,
  title: TITLE,
  undo: UNDO,
  updated: UPDATED,
};
