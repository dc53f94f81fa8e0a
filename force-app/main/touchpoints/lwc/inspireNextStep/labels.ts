import ACTIONS from '@salesforce/label/c.Inspire_Touch_More_Actions';
import BACK from '@salesforce/label/c.Inspire_Touch_Back_To_Next';
import DONE from '@salesforce/label/c.Inspire_Touch_Done';
import MOVE from '@salesforce/label/c.Inspire_Touch_Move';
import PAUSE from '@salesforce/label/c.Inspire_Touch_Pause';
import PINNED from '@salesforce/label/c.Inspire_Touch_Pinned';
import SAY from '@salesforce/label/c.Inspire_Touch_Say';
import SKIP from '@salesforce/label/c.Inspire_Touch_Skip';

export const labels = { actions: ACTIONS, pinned: PINNED, say: SAY };

/** What is done at once, or asked about first. */
export const buttons = [
  { act: 'done', label: DONE, variant: 'brand' },
  { act: 'skip', label: SKIP, variant: 'neutral' },
  { act: 'move', label: MOVE, variant: 'neutral' },
];

export const pauseItem = { value: 'pause', label: PAUSE };
export const backItem = { value: 'back', label: BACK };
