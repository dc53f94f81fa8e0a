import NO_CHANGE from '@salesforce/label/c.Inspire_Preview_No_Change';
import CANCEL from '@salesforce/label/c.Inspire_Cancel';
import { focusOn } from 'c/inspireFocus';
import { ask, wanted } from 'c/inspireGateway';
import { readProblem, type Problem } from 'c/inspireProblem';
import { previewIn, type PreviewAnswer } from 'c/inspireTouchpointAnswer';
import { LightningElement, api } from 'lwc';
import { changedSteps, rowOf, type Row } from './rows';
import type { Form, Given } from './forms';

export { beginForm, moveForm, pauseForm, resumeForm, skipForm, stopForm } from './forms';
export type { Form } from './forms';

/**
 * Asks for what has to be said before something is done, and shows the dates that would come of it. Emits `want`, or
 * `cancel`.
 */
export default class InspireActForm extends LightningElement {
  @api recordId = '';
  @api today = '';

  reason: string | undefined;
  /** Radio buttons of one name belong together, wherever on the page they are. */
  group = crypto.randomUUID();
  /** What is previewed; undefined until it can be. */
  wish: object | undefined;
  answer: PreviewAnswer | undefined;
  problem: Problem | undefined;
  labels = { cancel: CANCEL, noChange: NO_CHANGE };
  #form: Form | undefined;

  @api get form(): Form | undefined {
    return this.#form;
  }

  set form(form: Form | undefined) {
    this.#form = form;
    this.reason = undefined;
    if (this.isConnected) this.preview({});
  }

  connectedCallback(): void {
    this.preview({});
  }

  get isLoading(): boolean {
    return this.wish !== undefined && !this.answer && !this.problem;
  }

  get isUnready(): boolean {
    const { reasons, wishOf } = this.form ?? {};
    return Boolean((reasons && !this.reason) ?? (wishOf && !this.wish));
  }

  get rows(): Row[] {
    return changedSteps(this.answer?.steps ?? []).map((step, place) => rowOf(step, this.today, place));
  }

  get isUnchanged(): boolean {
    return this.answer !== undefined && this.rows.length === 0;
  }

  /** Puts the focus on the first thing to fill in, or on the form. */
  @api focus(): void {
    void focusOn(this, 'lightning-radio-group, lightning-input, [role="group"]');
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    this.reason = detail.value;
  }

  get inputs(): HTMLInputElement[] {
    return [...(this.template?.querySelectorAll<HTMLInputElement>('[data-field]') ?? [])];
  }

  get given(): Given {
    return Object.fromEntries(this.inputs.map(({ dataset, value }) => [dataset.field ?? '', value]));
  }

  noteDate(): void {
    this.preview(this.given);
  }

  preview(given: Given): void {
    this.wish = this.form?.wishOf?.(given);
    void this.load();
  }

  /** An answer to what is no longer wished for is let go. */
  async load(): Promise<void> {
    const { wish } = this;
    this.answer = undefined;
    this.problem = undefined;
    if (wish === undefined) return;
    try {
      const answer = previewIn(await ask('previewTouchpoints', this.recordId, wish));
      if (wish === this.wish) this.answer = answer;
    } catch (failure) {
      if (wish === this.wish) this.problem = readProblem(failure);
    }
  }

  submit(): void {
    if (!this.form || this.inputs.some((input) => !input.reportValidity())) return;
    const { operation, input } = this.form.wantOf({ ...this.given, reason: this.reason ?? '' });
    this.dispatchEvent(wanted(operation, input));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  leaveOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }
}
