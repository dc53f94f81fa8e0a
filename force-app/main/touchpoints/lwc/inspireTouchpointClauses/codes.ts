import BEFORE_DEPENDENCY from '@salesforce/label/c.Inspire_Conflict_Before_Dependency';
import BEFORE_DEPENDENCY_ON from '@salesforce/label/c.Inspire_Conflict_Before_Dependency_On';
import CLOSED_DAY from '@salesforce/label/c.Inspire_Conflict_Closed_Day';
import OUTSIDE_HOURS from '@salesforce/label/c.Inspire_Conflict_Outside_Hours';
import OVER_BUDGET from '@salesforce/label/c.Inspire_Conflict_Over_Budget';
import ADDRESS_BOUNCED from '@salesforce/label/c.Inspire_Held_Address_Bounced';
import ANCHOR_UNKNOWN from '@salesforce/label/c.Inspire_Held_Anchor_Unknown';
import AWAY from '@salesforce/label/c.Inspire_Held_Away';
import BRANCH_NOT_TAKEN from '@salesforce/label/c.Inspire_Held_Branch_Not_Taken';
import CADENCE_RETIRED from '@salesforce/label/c.Inspire_Held_Cadence_Retired';
import CONDITIONS_NOT_MET from '@salesforce/label/c.Inspire_Held_Conditions_Not_Met';
import CONTACT_BUDGET from '@salesforce/label/c.Inspire_Held_Contact_Budget';
import CONTACT_BUDGET_BY from '@salesforce/label/c.Inspire_Held_Contact_Budget_By';
import CONTACT_MISSING from '@salesforce/label/c.Inspire_Held_Contact_Missing';
import CONTENT_GONE from '@salesforce/label/c.Inspire_Held_Content_Gone';
import NO_ADDRESS from '@salesforce/label/c.Inspire_Held_No_Address';
import NO_DAY_IN_BUDGET from '@salesforce/label/c.Inspire_Held_No_Day_In_Budget';
import NO_FEASIBLE_DAY from '@salesforce/label/c.Inspire_Held_No_Feasible_Day';
import OPTED_OUT from '@salesforce/label/c.Inspire_Held_Opted_Out';
import OUTCOME_UNKNOWN from '@salesforce/label/c.Inspire_Held_Outcome_Unknown';
import OWNER_MISSING from '@salesforce/label/c.Inspire_Held_Owner_Missing';
import PAUSED from '@salesforce/label/c.Inspire_Held_Paused';
import PAUSED_UNTIL from '@salesforce/label/c.Inspire_Held_Paused_Until';
import RECORD_CLOSED from '@salesforce/label/c.Inspire_Held_Record_Closed';
import RECORD_DELETED from '@salesforce/label/c.Inspire_Held_Record_Deleted';
import STAGE_CHANGED from '@salesforce/label/c.Inspire_Held_Stage_Changed';
import WAITS_FOR_HELD from '@salesforce/label/c.Inspire_Held_Waits_For_Held';
import ZONE_UNKNOWN from '@salesforce/label/c.Inspire_Held_Zone_Unknown';
import NOT_IN_STEP from '@salesforce/label/c.Inspire_Notice_Not_In_Step';
import TASKS_NOT_WRITTEN from '@salesforce/label/c.Inspire_Notice_Tasks_Not_Written';
import { pauses, skips, stops } from './why';

type Labels = Record<string, string>;

/** Why something is held, was not taken, is paused or ended. */
export const reasons: Labels = {
  addressBounced: ADDRESS_BOUNCED,
  anchorUnknown: ANCHOR_UNKNOWN,
  away: AWAY,
  branchNotTaken: BRANCH_NOT_TAKEN,
  cadenceRetired: CADENCE_RETIRED,
  conditionsNotMet: CONDITIONS_NOT_MET,
  contactBudget: CONTACT_BUDGET,
  contactMissing: CONTACT_MISSING,
  contentGone: CONTENT_GONE,
  noAddress: NO_ADDRESS,
  noDayInBudget: NO_DAY_IN_BUDGET,
  noFeasibleDay: NO_FEASIBLE_DAY,
  optedOut: OPTED_OUT,
  outcomeUnknown: OUTCOME_UNKNOWN,
  ownerMissing: OWNER_MISSING,
  paused: PAUSED,
  recordClosed: RECORD_CLOSED,
  recordDeleted: RECORD_DELETED,
  stageChanged: STAGE_CHANGED,
  waitsForHeld: WAITS_FOR_HELD,
  zoneUnknown: ZONE_UNKNOWN,
  ...skips,
  ...pauses,
  ...stops,
};

/** Sentences that say more, where the values for them are there; the one that says most first. */
export const variants: Record<string, string[]> = {
  beforeDependency: [BEFORE_DEPENDENCY_ON],
  contactBudget: [CONTACT_BUDGET_BY],
  paused: [PAUSED_UNTIL],
};

/** What a day that a person chose, or on which something was done, is at odds with. */
export const conflicts: Labels = {
  beforeDependency: BEFORE_DEPENDENCY,
  closedDay: CLOSED_DAY,
  outsideHours: OUTSIDE_HOURS,
  overBudget: OVER_BUDGET,
};

/** Sentences about the whole panel. */
export const notices: Labels = {
  notInStep: NOT_IN_STEP,
  tasksNotWritten: TASKS_NOT_WRITTEN,
};
