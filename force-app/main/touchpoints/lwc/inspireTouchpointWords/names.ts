import ANNIVERSARY from '@salesforce/label/c.Inspire_Anchor_Anniversary';
import ASSET_END from '@salesforce/label/c.Inspire_Anchor_Asset_End';
import CLOSE_DATE from '@salesforce/label/c.Inspire_Anchor_Close_Date';
import COMPETITOR_END from '@salesforce/label/c.Inspire_Anchor_Competitor_End';
import CONTRACT_END from '@salesforce/label/c.Inspire_Anchor_Contract_End';
import DELIVERY from '@salesforce/label/c.Inspire_Anchor_Delivery';
import STAGE_ENTRY from '@salesforce/label/c.Inspire_Anchor_Stage_Entry';
import CALL from '@salesforce/label/c.Inspire_Channel_Call';
import EMAIL from '@salesforce/label/c.Inspire_Channel_Email';
import MEETING from '@salesforce/label/c.Inspire_Channel_Meeting';
import OTHER from '@salesforce/label/c.Inspire_Channel_Other';
import NEGATIVE from '@salesforce/label/c.Inspire_Outcome_Negative';
import NEUTRAL from '@salesforce/label/c.Inspire_Outcome_Neutral';
import POSITIVE from '@salesforce/label/c.Inspire_Outcome_Positive';
import CANCELLED from '@salesforce/label/c.Inspire_Touch_Cancelled';
import CURRENT from '@salesforce/label/c.Inspire_Touch_Current';
import DONE from '@salesforce/label/c.Inspire_Touch_Done';
import DONE_EMAIL_FOUND from '@salesforce/label/c.Inspire_Touch_Done_Email_Found';
import HELD from '@salesforce/label/c.Inspire_Touch_Held';
import NOT_TAKEN from '@salesforce/label/c.Inspire_Touch_Not_Taken';
import PLANNED from '@salesforce/label/c.Inspire_Touch_Planned';
import SKIPPED from '@salesforce/label/c.Inspire_Touch_Skipped';
import type { Anchor, Channel, Outcome, Touchpoint } from 'c/inspireTouchpointAnswer';

const channels: Record<Channel, { label: string; icon: string; small: string }> = {
  email: { label: EMAIL, icon: 'standard:email', small: 'utility:email' },
  call: { label: CALL, icon: 'standard:call', small: 'utility:call' },
  meeting: { label: MEETING, icon: 'standard:event', small: 'utility:event' },
  other: { label: OTHER, icon: 'standard:task', small: 'utility:task' },
};

const anchors: Record<Anchor, string> = {
  stageEntry: STAGE_ENTRY,
  closeDate: CLOSE_DATE,
  delivery: DELIVERY,
  contractEnd: CONTRACT_END,
  assetEnd: ASSET_END,
  competitorTermEnd: COMPETITOR_END,
  anniversary: ANNIVERSARY,
};

const outcomes: Record<Outcome, string> = { positive: POSITIVE, negative: NEGATIVE, neutral: NEUTRAL };

const states: Record<Touchpoint['state'], string> = {
  current: CURRENT,
  planned: PLANNED,
  held: HELD,
  done: DONE,
  skipped: SKIPPED,
  cancelled: CANCELLED,
  notTaken: NOT_TAKEN,
};

/** A channel in words, with its large and its small icon. */
export const channelOf = (channel: Channel) => channels[channel];

/** What dates are counted from, in words; a name that is not known stays as it is. */
export const anchorName = (anchor: string): string =>
  Object.entries(anchors).find(([name]) => name === anchor)?.[1] ?? anchor;

export const outcomeName = (outcome: Outcome): string => outcomes[outcome];

/** "Done", or "Done · email found". That none was found is never said. */
export const stateName = ({ state, emailFound }: Pick<Touchpoint, 'state' | 'emailFound'>): string =>
  state === 'done' && emailFound ? DONE_EMAIL_FOUND : states[state];

/** Is there still something to do about it? */
export const isOpen = ({ state }: Pick<Touchpoint, 'state'>): boolean =>
  state === 'current' || state === 'planned' || state === 'held';
