import { LightningElement, api } from 'lwc';

/** `lightning/modal` as a component under test sees it: `open` and `close` can be watched. */
export default class LightningModal extends LightningElement {
  static open = jest.fn(() => Promise.resolve(undefined));
  @api label;
  close = jest.fn((outcome) => {
    this.dispatchEvent(new CustomEvent('closed', { detail: outcome }));
  });
}
