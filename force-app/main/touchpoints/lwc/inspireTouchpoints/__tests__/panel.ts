import type { Entry } from 'c/inspireEntries';
import { type Want } from 'c/inspireGateway';
import type { TouchpointsAnswer } from 'c/inspireTouchpointAnswer';
import { acts } from 'c/inspireTouchpointCalls';
import Panel from 'c/inspireTouchpoints';
import * as recordApi from 'lightning/uiRecordApi';
import { answer } from 'support/gateway';
import { part, parts, place, settled, type Part } from 'support/page';
import { wireOf } from 'support/wires';
import { aTouchpoint, anAnswer, theTouchpoints } from '../../inspireTouchpointAnswer/__tests__/answers';

/** The record of the page, as `getRecord` provides it. */
export const record = wireOf(recordApi.getRecord);

export const recordWith = (stage: string) => ({ fields: { StageName: { value: stage } } });

let records = 0;

/** The panel on the page of a record that no other test has written on. */
export function placed(props: object = {}): Part {
  records += 1;
  const recordId = `0060000000000${String(records).padStart(2, '0')}AAA`;
  return place('c-inspire-touchpoints', Panel, { recordId, objectApiName: 'Opportunity', ...props });
}

/** The panel, its record read. */
export async function open(props: object = {}): Promise<Part> {
  const panel = placed(props);
  record.emit(recordWith('Negotiation'));
  await settled();
  return panel;
}

/** The panel with an answer. */
export async function answered(value: unknown = anAnswer()): Promise<Part> {
  const panel = await open();
  await answer(value);
  return panel;
}

/** The call is done, the mail is next. */
export const afterDone = (part: Partial<TouchpointsAnswer> = {}): TouchpointsAnswer =>
  anAnswer({
    nextId: 't2',
    touchpoints: theTouchpoints().map((each) =>
      each.touchpointId === 't1' ? aTouchpoint({ state: 'done' }) : each,
    ),
    ...part,
  });

export const done = acts({ kind: 'done', touchpointId: 't1' });

export const inside = (panel: Element): Part => part(panel, '[data-part="inside"]');

/** Says to the panel what a part of it wants. */
export async function want(panel: Element, detail: Want): Promise<void> {
  inside(panel).dispatchEvent(new CustomEvent('want', { detail }));
  await settled();
}

/** Name of the step on the screen. */
export const nextName = (panel: Element): unknown => {
  const [tile] = parts(panel, 'c-inspire-next-step');
  const touchpoint = tile?.touchpoint;
  return typeof touchpoint === 'object' && touchpoint && 'name' in touchpoint ? touchpoint.name : undefined;
};

const isEntries = (value: unknown): value is Entry[] => Array.isArray(value);

/** What stands in one of the panel's lists. */
export const entriesIn = (panel: Element, selector: string): Entry[] => {
  const entries = parts(panel, selector)[0]?.entries;
  return isEntries(entries) ? entries : [];
};

export const said = (panel: Element): Part | undefined => parts(panel, '[data-part="said"]')[0];

export const announced = (panel: Element): string | null => part(panel, '[aria-live]').textContent;
