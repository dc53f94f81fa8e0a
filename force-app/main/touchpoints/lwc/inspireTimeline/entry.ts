import CHOOSE from '@salesforce/label/c.Inspire_Touch_Choose';
import PINNED from '@salesforce/label/c.Inspire_Touch_Pinned';
import UNPIN from '@salesforce/label/c.Inspire_Touch_Unpin';
import UNDO from '@salesforce/label/c.Inspire_Undo';
import type { Action, Entry } from 'c/inspireEntries';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { acts } from 'c/inspireTouchpointCalls';
import { conflictTexts, reasonText } from 'c/inspireTouchpointClauses';
import { channelOf, dayAlone, dueText, isOpen, outcomeName, stateName } from 'c/inspireTouchpointWords';

/** What ended today can be taken back; what ended before is history. */
const canReopen = ({ state, dueOn }: Touchpoint, today: string): boolean =>
  (state === 'done' || state === 'skipped') && dueOn === today;

function actionsOf(touchpoint: Touchpoint, today: string): Action[] {
  const { touchpointId, isPinned } = touchpoint;
  const choose = { key: 'choose', label: CHOOSE };
  const unpin = { key: 'unpin', label: UNPIN, want: acts({ kind: 'unpin', touchpointId }) };
  const reopen = { key: 'reopen', label: UNDO, want: acts({ kind: 'reopen', touchpointId }) };
  if (isOpen(touchpoint)) return isPinned ? [choose, unpin] : [choose];
  return canReopen(touchpoint, today) ? [reopen] : [];
}

/** A touchpoint as the timeline shows it. `today` is the viewer's civil day. */
export function entryOf(touchpoint: Touchpoint, today: string, mayAct: boolean): Entry {
  const { touchpointId: key, name: title, channel, contact, outcome, reason, dueOn } = touchpoint;
  const { label: iconText, small: icon } = channelOf(channel);
  const day = isOpen(touchpoint) ? dueText(touchpoint, today) : dueOn && dayAlone(dueOn, today);
  const parts = [day, stateName(touchpoint), outcome && outcomeName(outcome), contact?.name];
  return {
    ...{ key, title, icon, iconText },
    badge: touchpoint.isPinned ? PINNED : undefined,
    lines: [parts.filter(Boolean).join(' · '), ...conflictTexts(touchpoint.conflicts, today)],
    why: reason && reasonText(reason, today),
    actions: mayAct ? actionsOf(touchpoint, today) : [],
  };
}
