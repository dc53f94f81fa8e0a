import type { Answer } from 'c/inspireAnswer';
import Panel from 'c/inspireSuggestions';
import * as recordApi from 'lightning/uiRecordApi';
import { anAnswer, suggestions } from 'support/answers';
import { answer } from 'support/gateway';
import { part, parts, place, settled, type Part } from 'support/page';
import { wireOf } from 'support/wires';

/** The record of the page, as `getRecord` provides it. */
export const record = wireOf(recordApi.getRecord);

export const recordId = '006000000000001AAA';

export const recordWith = (stage: string) => ({ fields: { StageName: { value: stage } } });

export const listOf = (...ids: string[]): Answer => anAnswer({ suggestions: suggestions(...ids) });

/** The panel on a record page. */
export const placed = (props: object = {}): Part =>
  place('c-inspire-suggestions', Panel, { recordId, objectApiName: 'Opportunity', ...props });

/** The panel, its record read. */
export async function open(props: object = {}): Promise<Part> {
  const panel = placed(props);
  record.emit(recordWith('Negotiation'));
  await settled();
  return panel;
}

/** The panel with two items. */
export async function opened(): Promise<Part> {
  const panel = await open();
  await answer(listOf('one', 'two'));
  return panel;
}

/** Ids of the items on the screen; empty where there is no list. */
export const shownIds = (panel: Element): unknown[] => {
  const [list] = parts(panel, 'c-inspire-suggestion-list');
  const items = list?.suggestions;
  return Array.isArray(items) ? items.map((item: { itemId: string }) => item.itemId) : [];
};

/** The part of the panel that hears what a rep wants and whether they are at it. */
export const inside = (panel: Element): Part => part(panel, 'div.slds-p-horizontal_small');

export const announced = (panel: Element): string | null => part(panel, '[aria-live]').textContent;
