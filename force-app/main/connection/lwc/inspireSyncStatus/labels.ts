import API_CALLS from '@salesforce/label/c.Inspire_Sync_Api_Calls';
import API_CALLS_OF from '@salesforce/label/c.Inspire_Sync_Api_Calls_Of';
import API_CALLS_UNKNOWN from '@salesforce/label/c.Inspire_Sync_Api_Calls_Unknown';
import LAG from '@salesforce/label/c.Inspire_Sync_Lag';
import LAST from '@salesforce/label/c.Inspire_Sync_Last';
import NOT_CONNECTED from '@salesforce/label/c.Inspire_Sync_Not_Connected';
import NOT_CONNECTED_REMEDY from '@salesforce/label/c.Inspire_Sync_Not_Connected_Remedy';
import OBJECT from '@salesforce/label/c.Inspire_Sync_Object';
import ORG from '@salesforce/label/c.Inspire_Sync_Org';
import ROWS from '@salesforce/label/c.Inspire_Sync_Rows';
import STATE from '@salesforce/label/c.Inspire_Sync_State';
import TABLE from '@salesforce/label/c.Inspire_Sync_Table';
import TITLE from '@salesforce/label/c.Inspire_Sync_Title';
import USER from '@salesforce/label/c.Inspire_Sync_User';
import USER_OF_APP from '@salesforce/label/c.Inspire_Sync_User_Of_App';
import { countText, fill, shareText } from 'c/inspireFormat';
import type { Connection } from './answer';

export const labels = {
  apiCalls: API_CALLS,
  lag: LAG,
  last: LAST,
  notConnected: NOT_CONNECTED,
  notConnectedRemedy: NOT_CONNECTED_REMEDY,
  object: OBJECT,
  org: ORG,
  rows: ROWS,
  state: STATE,
  table: TABLE,
  title: TITLE,
  user: USER,
};

/** "812 of 15,000 (5%), by all programs". */
export const apiCallsText = (usage: Connection['apiUsage']): string =>
  usage === null
    ? API_CALLS_UNKNOWN
    : fill(API_CALLS_OF, countText(usage.used), countText(usage.limit), shareText(usage.used / usage.limit));

export const userText = (username: string | null): string => username ?? USER_OF_APP;
