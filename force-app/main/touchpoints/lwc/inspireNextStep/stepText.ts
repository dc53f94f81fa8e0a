import DONT_SAY from '@salesforce/label/c.Inspire_Touch_Dont_Say';
import FOR from '@salesforce/label/c.Inspire_Touch_For';
import FOR_COLLEAGUE from '@salesforce/label/c.Inspire_Touch_For_Colleague';
import { fill } from 'c/inspireFormat';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { remarkTexts } from 'c/inspireTouchpointClauses';
import { channelOf, dueText } from 'c/inspireTouchpointWords';

const ownerText = ({ name, isViewer }: Touchpoint['owner']): string | undefined => {
  if (isViewer) return undefined;
  return name === undefined ? FOR_COLLEAGUE : fill(FOR, name);
};

/** Everything that the tile says, as text. `today` is the viewer's civil day. */
export function stepText(touchpoint: Touchpoint, today: string) {
  const { channel, contact, owner, talkingPoints, dontSay, content } = touchpoint;
  const { label, icon } = channelOf(channel);
  const [first, ...more] = content;
  return {
    channel: label,
    icon,
    meta: [dueText(touchpoint, today), contact?.name, ownerText(owner)].filter(Boolean).join(' · '),
    remarks: remarkTexts(touchpoint, today),
    points: [...talkingPoints, fill(DONT_SAY, dontSay)],
    content: first,
    moreContent: more,
  };
}

export type StepText = ReturnType<typeof stepText>;
