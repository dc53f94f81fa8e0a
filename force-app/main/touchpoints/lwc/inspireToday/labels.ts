import ABSENCE_ADDED from '@salesforce/label/c.Inspire_Absence_Added';
import ABSENCE_REMOVED from '@salesforce/label/c.Inspire_Absence_Removed';
import COMING from '@salesforce/label/c.Inspire_Today_Coming';
import EMPTY from '@salesforce/label/c.Inspire_Today_Empty';
import EMPTY_HELP from '@salesforce/label/c.Inspire_Today_Empty_Help';
import LIST from '@salesforce/label/c.Inspire_Today_List';
import MORE from '@salesforce/label/c.Inspire_Today_More';
import TITLE from '@salesforce/label/c.Inspire_Today_Title';
import { countText, fill } from 'c/inspireFormat';

export const labels = {
  added: ABSENCE_ADDED,
  coming: COMING,
  empty: EMPTY,
  emptyHelp: EMPTY_HELP,
  list: LIST,
  removed: ABSENCE_REMOVED,
  title: TITLE,
};

/** "5 more"; nothing where there are none. */
export const moreText = (more: number): string | undefined =>
  more > 0 ? fill(MORE, countText(more)) : undefined;
