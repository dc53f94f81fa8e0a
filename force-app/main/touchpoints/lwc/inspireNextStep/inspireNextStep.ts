import { moveForm, pauseForm, skipForm, type Form } from 'c/inspireActForm';
import { wanted } from 'c/inspireGateway';
import { focusOn } from 'c/inspireFocus';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { LightningElement, api } from 'lwc';
import { backItem, buttons, labels, pauseItem } from './labels';
import { stepText, type StepText } from './stepText';

/** What is asked before each thing that is not done at once. */
const forms: Record<string, (touchpoint: Touchpoint, today: string) => Form> = {
  skip: ({ touchpointId }) => skipForm(touchpointId),
  move: moveForm,
  pause: ({ enrollmentId }) => pauseForm(enrollmentId),
};

/**
 * One touchpoint, to be acted on. Emits `want` with what is to be done, `read` with a piece of content, and `back` when the
 * rep wants the next step instead of the one they chose.
 */
export default class InspireNextStep extends LightningElement {
  @api touchpoint: Touchpoint | undefined;
  @api recordId = '';
  @api today = '';
  @api mayAct = false;
  /** The rep chose it; it is not the next one. */
  @api isChosen = false;

  form: Form | undefined;
  opened = '';
  buttons = buttons;
  labels = labels;

  get text(): StepText | undefined {
    return this.touchpoint && stepText(this.touchpoint, this.today);
  }

  /** Puts the focus on the name. */
  @api focus(): void {
    void focusOn(this, 'h3');
  }

  get menu() {
    const more = (this.text?.moreContent ?? []).map(({ itemId, title }) => ({ value: itemId, label: title }));
    return this.isChosen ? [pauseItem, backItem, ...more] : [pauseItem, ...more];
  }

  act(event: MouseEvent): void {
    const { act = '' } = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset : {};
    if (act === 'done') this.done(event);
    else this.open(act, act);
  }

  /** The second half of a double click would land on the step that has just come up. */
  done({ detail: clicks }: MouseEvent): void {
    if (clicks > 1) return;
    const { touchpointId } = this.touchpoint ?? {};
    this.dispatchEvent(wanted('actOnTouchpoint', { kind: 'done', touchpointId }));
  }

  choose({ detail: { value } }: CustomEvent<{ value: string }>): void {
    if (value === pauseItem.value) this.open(value, 'menu');
    else if (value === backItem.value) this.dispatchEvent(new CustomEvent('back'));
    else this.readItem(value);
  }

  /** `from` is the button that has the focus again when the form is left. */
  open(name: string, from: string): void {
    this.opened = from;
    this.form = this.touchpoint && forms[name]?.(this.touchpoint, this.today);
    void focusOn(this, 'c-inspire-act-form');
  }

  cancel(): void {
    this.closeForm();
    void focusOn(this, `[data-act="${this.opened}"]`);
  }

  /** What was wanted is under way; if it fails, the panel offers to repeat it. */
  closeForm(): void {
    this.form = undefined;
  }

  read(): void {
    this.readItem(this.text?.content?.itemId);
  }

  readItem(item: string | undefined): void {
    const detail = this.touchpoint?.content.find(({ itemId }) => itemId === item);
    if (detail) this.dispatchEvent(new CustomEvent('read', { detail }));
  }
}
