import { jest } from '@jest/globals';
import { LightningElement, api } from 'lwc';

/** `lightning/modal` as a component under test sees it: `open` can be watched, `close` is heard as `closed`. */
export default class LightningModal extends LightningElement {
  static open = jest.fn<(options: object) => Promise<unknown>>();

  @api label = '';

  close(outcome?: unknown): void {
    this.dispatchEvent(new CustomEvent('closed', { detail: outcome }));
  }
}
