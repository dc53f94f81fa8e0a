import CLOSE from '@salesforce/label/c.Inspire_Close';
import EMPTY from '@salesforce/label/c.Inspire_Empty';
import EMPTY_SET_ASIDE from '@salesforce/label/c.Inspire_Empty_Set_Aside';
import NEW from '@salesforce/label/c.Inspire_New_Show';
import CHANGED from '@salesforce/label/c.Inspire_New_Order';
import REFRESH from '@salesforce/label/c.Inspire_Refresh';
import STALE from '@salesforce/label/c.Inspire_Stale';
import TITLE from '@salesforce/label/c.Inspire_Suggestions';
import TRY_AGAIN from '@salesforce/label/c.Inspire_Try_Again';
import UNDO from '@salesforce/label/c.Inspire_Undo';
import UPDATED from '@salesforce/label/c.Inspire_Updated';
import { countText, fill } from 'c/inspireFormat';

export const labels = {
  again: TRY_AGAIN,
  close: CLOSE,
  empty: EMPTY,
  emptySetAside: EMPTY_SET_ASIDE,
  refresh: REFRESH,
  stale: STALE,
  title: TITLE,
  undo: UNDO,
  updated: UPDATED,
};

/** "2 new, show". */
export const newText = (added: number): string => (added === 0 ? CHANGED : fill(NEW, countText(added)));
