import { describe, expect, it, jest } from '@jest/globals';
import { composerPage } from 'c/inspireShare';

jest.mock('@salesforce/client/formFactor', () => ({ __esModule: true, default: 'Small' }), { virtual: true });

describe('sharing on a phone', () => {
  it('opens the phone’s own mail, because the composer can not be filled in there', () => {
    const message = { subject: 'Summary & more', summary: 'One page.', link: 'https://x.example/?a=1' };
    const recipient = { name: 'Helena Brandt', givenName: 'Helena', email: 'helena+crm@brunner.example' };
    expect(composerPage(message, '006000000000001AAA', recipient)).toEqual({
      type: 'standard__webPage',
      attributes: {
        url: 'mailto:helena%2Bcrm%40brunner.example?subject=Summary%20%26%20more&body=One%20page.%0A%0Ahttps%3A%2F%2Fx.example%2F%3Fa%3D1',
      },
    });
  });
});
