import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { Stage } from '../path/stage-path.ts';

/** Asks how an opportunity ended; closes with the stage's API name. */
export default class CloseDeal extends LightningModal {
  @api stages: Stage[] = [];

  value: string | undefined;

  get options(): { label: string; value: string }[] {
    return this.stages.map((stage) => ({ label: stage.MasterLabel, value: stage.ApiName }));
  }

  change(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  cancel(): void {
    this.close();
  }

  save(): void {
    if (this.value === undefined)
      this.template
        ?.querySelector<HTMLElement & { reportValidity(): void }>('lightning-combobox')
        ?.reportValidity();
    else this.close(this.value);
  }
}
