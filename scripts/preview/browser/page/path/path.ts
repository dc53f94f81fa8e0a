import { LightningElement, api } from 'lwc';
import { announceChanges } from '../../org/changes.ts';
import type { PageRecord } from '../../org/record.ts';
import { updateRecord } from '../../org/rest.ts';
import { readStages } from '../../org/stages.ts';
import { toastError, toastSuccess } from '../../org/toast.ts';
import CloseDeal from '../closeDeal/closeDeal.ts';
import { closed, type Stage, stagePath, type StagePath } from './stage-path.ts';

type Step = {
  key: string;
  label: string;
  class: string;
  current: boolean;
  selected: string;
  tabindex: string;
  done: boolean;
};

/** The stages of an opportunity: choose one, mark it as current. All closed stages share the last step. */
export default class Path extends LightningElement {
  @api record!: PageRecord;

  stages: Stage[] = [];
  selected: string | undefined;
  isSaving = false;
  private scrolledTo: string | undefined;

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    this.stages = await readStages().catch((error: unknown) => {
      toastError("The stages can't be shown", error);
      return [];
    });
  }

  private get stageName(): string {
    return String(this.record.values.get('StageName') ?? '');
  }

  private get path(): StagePath {
    return stagePath(this.stages, this.stageName);
  }

  private get current(): string {
    return this.path.current;
  }

  private get closedStage(): Stage | undefined {
    return this.path.closedStage;
  }

  private get chosen(): string {
    return this.selected ?? this.current;
  }

  get steps(): Step[] {
    const { steps, current } = this.path;
    const position = steps.findIndex(({ key }) => key === current);
    return steps.map(({ key, label }, index) => ({
      key,
      label,
      done: index < position,
      current: index === position,
      selected: String(key === this.chosen),
      tabindex: key === this.chosen ? '0' : '-1',
      class: `slds-path__item ${this.stateClass(index, position)}${key === this.chosen ? ' slds-is-active' : ''}`,
    }));
  }

  private stateClass(index: number, position: number): string {
    if (this.closedStage)
      return this.closedStage.IsWon ? 'slds-is-won slds-is-complete' : lostClass(index, position);
    if (index === position) return 'slds-is-current';
    return index < position ? 'slds-is-complete' : 'slds-is-incomplete';
  }

  get pathClass(): string {
    const won = this.closedStage?.IsWon;
    if (won === undefined) return 'slds-path';
    return won ? 'slds-path slds-is-won' : 'slds-path slds-is-lost';
  }

  get actionLabel(): string {
    if (this.chosen === closed) return this.closedStage ? 'Change Closed Stage' : 'Select Closed Stage';
    return this.chosen === this.current ? 'Mark Stage as Complete' : 'Mark as Current Stage';
  }

  /** On a phone the path is wider than the screen: what counts is brought into view. */
  renderedCallback(): void {
    const step = this.template?.querySelector<HTMLElement>('[aria-selected="true"]')?.parentElement;
    const scroller = this.template?.querySelector('.page-path__scroller');
    if (!step || !scroller || this.scrolledTo === this.chosen) return;
    this.scrolledTo = this.chosen;
    scroller.scrollLeft = step.offsetLeft - scroller.clientWidth / 2 + step.offsetWidth / 2;
  }

  choose(event: Event): void {
    const { currentTarget: step } = event;
    if (step instanceof HTMLElement) this.selected = step.dataset['key'];
  }

  move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { steps } = this;
    const index = steps.findIndex(({ key }) => key === this.chosen);
    this.selected = steps[(index + step + steps.length) % steps.length]?.key;
    this.template?.querySelector<HTMLElement>(`a[data-key="${CSS.escape(this.chosen)}"]`)?.focus();
  }

  async act(): Promise<void> {
    const target = this.chosen === this.current && this.current !== closed ? this.next() : this.chosen;
    const stageName = target === closed ? await this.askHowClosed() : target;
    if (stageName !== undefined && stageName !== this.stageName) await this.write(stageName);
  }

  private next(): string {
    const { steps } = this;
    return steps[steps.findIndex(({ key }) => key === this.current) + 1]?.key ?? closed;
  }

  private askHowClosed(): Promise<string | undefined> {
    const stages = this.stages.filter((stage) => stage.IsActive && stage.IsClosed);
    return CloseDeal.open<string>({ size: 'small', label: 'Close This Opportunity', stages });
  }

  private async write(stageName: string): Promise<void> {
    this.isSaving = true;
    try {
      await updateRecord(this.record.sobject, this.record.id, { StageName: stageName });
      await announceChanges([this.record.id]);
      this.selected = undefined;
      toastSuccess('Stage changed successfully.');
    } catch (error) {
      toastError("The stage wasn't changed", error);
    } finally {
      this.isSaving = false;
    }
  }
}

const lostClass = (index: number, position: number): string =>
  index === position ? 'slds-is-lost slds-is-current' : 'slds-is-incomplete';
