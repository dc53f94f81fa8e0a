import ALREADY_DONE from '@salesforce/label/c.Inspire_Because_Already_Done';
import BOUNCED from '@salesforce/label/c.Inspire_Because_Bounced';
import ASKED_NOT_TO from '@salesforce/label/c.Inspire_Because_Customer_Asked_Not_To';
import REPLIED from '@salesforce/label/c.Inspire_Because_Customer_Replied';
import DEAL_CHANGED from '@salesforce/label/c.Inspire_Because_Deal_Changed';
import MEETING_BOOKED from '@salesforce/label/c.Inspire_Because_Meeting_Booked';
import NOT_NEEDED from '@salesforce/label/c.Inspire_Because_Not_Needed';
import OTHER from '@salesforce/label/c.Inspire_Because_Other';
import OUT_OF_OFFICE from '@salesforce/label/c.Inspire_Because_Out_Of_Office';
import WAITING from '@salesforce/label/c.Inspire_Because_Waiting_For_Customer';
import WRONG_CADENCE from '@salesforce/label/c.Inspire_Because_Wrong_Cadence';
import WRONG_PERSON from '@salesforce/label/c.Inspire_Because_Wrong_Person';
import WRONG_MOMENT from '@salesforce/label/c.Inspire_Wrong_Moment';

/** Why a person skips a touchpoint, pauses a cadence, or stops it. */
export const skips: Record<string, string> = {
  alreadyDone: ALREADY_DONE,
  notNeeded: NOT_NEEDED,
  wrongPerson: WRONG_PERSON,
  wrongMoment: WRONG_MOMENT,
  customerAskedNotTo: ASKED_NOT_TO,
};

export const pauses: Record<string, string> = {
  customerReplied: REPLIED,
  meetingBooked: MEETING_BOOKED,
  outOfOffice: OUT_OF_OFFICE,
  waitingForCustomer: WAITING,
  otherReason: OTHER,
};

export const stops: Record<string, string> = {
  customerAskedNotTo: ASKED_NOT_TO,
  dealChanged: DEAL_CHANGED,
  wrongCadence: WRONG_CADENCE,
  bounced: BOUNCED,
  otherReason: OTHER,
};
