import ABOUT from '@salesforce/label/c.Inspire_Parked_About';
import NONE from '@salesforce/label/c.Inspire_Parked_None';
import OWNER from '@salesforce/label/c.Inspire_Parked_Owner';
import RETRIED from '@salesforce/label/c.Inspire_Parked_Retried';
import RETRY from '@salesforce/label/c.Inspire_Parked_Retry';
import RETRY_ALL from '@salesforce/label/c.Inspire_Parked_Retry_All';
import SHOWN from '@salesforce/label/c.Inspire_Parked_Shown';
import SHOWN_OF from '@salesforce/label/c.Inspire_Parked_Shown_Of';
import SINCE from '@salesforce/label/c.Inspire_Parked_Since';
import TABLE from '@salesforce/label/c.Inspire_Parked_Table';
import TITLE from '@salesforce/label/c.Inspire_Parked_Title';
import WAITING from '@salesforce/label/c.Inspire_Parked_Waiting';
import WHAT from '@salesforce/label/c.Inspire_Parked_What';
import WHY from '@salesforce/label/c.Inspire_Parked_Why';
import { countText, fill } from 'c/inspireFormat';
import type { ParkedWrites } from './answer';

export const labels = {
  about: ABOUT,
  none: NONE,
  owner: OWNER,
  retry: RETRY,
  retryAll: RETRY_ALL,
  since: SINCE,
  table: TABLE,
  title: TITLE,
  what: WHAT,
  why: WHY,
};

/** How many there are, and how many of them are shown. */
export const shownText = ({ parked, writes }: ParkedWrites): string =>
  parked > writes.length
    ? fill(SHOWN_OF, countText(parked), countText(writes.length))
    : fill(SHOWN, countText(parked));

export const waitingText = (waiting: number): string => fill(WAITING, countText(waiting));

export const retriedText = (retried: number): string => fill(RETRIED, countText(retried));
