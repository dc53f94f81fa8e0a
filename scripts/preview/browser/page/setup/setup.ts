import { LightningElement } from 'lwc';

/** The tab for admins. Loaded when it is opened: reps never need it. */
export default class Setup extends LightningElement {
  panel: typeof LightningElement | undefined;

  connectedCallback(): void {
    document.title = 'Be Inspired Set-up | Salesforce';
    void this.load();
  }

  private async load(): Promise<void> {
    const { default: panel } = await import('c/inspireSetup');
    this.panel = panel;
  }
}
