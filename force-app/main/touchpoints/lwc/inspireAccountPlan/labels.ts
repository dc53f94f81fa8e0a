import OBJECTIVES_SAVED from '@salesforce/label/c.Inspire_Plan_Objectives_Saved';
import TERM_SAVED from '@salesforce/label/c.Inspire_Plan_Term_Saved';
import TITLE from '@salesforce/label/c.Inspire_Plan_Title';
import CREATED from '@salesforce/label/c.Inspire_Plan_Upgrade_Created';
import OPEN from '@salesforce/label/c.Inspire_Plan_Upgrade_Open';

export const labels = {
  created: CREATED,
  objectivesSaved: OBJECTIVES_SAVED,
  open: OPEN,
  termSaved: TERM_SAVED,
  title: TITLE,
};
