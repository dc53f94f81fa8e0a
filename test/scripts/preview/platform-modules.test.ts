import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readComponentMetadata } from '../../../scripts/preview/build/metadata.ts';
import { platformModule } from '../../../scripts/preview/build/platform-modules.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const metadata = readComponentMetadata(root);
const made = (specifier: string) => platformModule(specifier, metadata, '/pages');

describe('what components import from the platform', () => {
  it('makes a label its text', () => {
    expect(made('@salesforce/label/c.Inspire_Suggestions')).toBe('export default "What to use next";');
  });

  it('makes a field its token, own fields and standard ones', () => {
    expect(made('@salesforce/schema/Opportunity.Inspire_Challenge__c')).toContain(
      '"fieldApiName":"Inspire_Challenge__c"',
    );
    expect(made('@salesforce/schema/Account.Industry')).toContain('"objectApiName":"Account"');
  });

  it('knows which Apex methods are cacheable', () => {
    expect(made('@salesforce/apex/InspireGateway.read')).toMatch(/"InspireGateway\/read", true/);
    expect(made('@salesforce/apex/InspireGateway.write')).toMatch(/"InspireGateway\/write", false/);
  });

  it.each([
    '@salesforce/label/c.Inspire_No_Such_Label',
    '@salesforce/schema/Opportunity.Inspire_No_Such_Field__c',
    '@salesforce/schema/No_Such_Object__c',
    '@salesforce/customPermission/Inspire_No_Such_Permission',
    '@salesforce/apex/InspireGateway.noSuchMethod',
    '@salesforce/user/isGuest',
  ])('refuses %s by name, as a deployment would', (specifier) => {
    expect(() => made(specifier)).toThrow(`"${specifier}" does not name`);
  });

  it('leaves what base components bring along to them', () => {
    expect(made('@salesforce/label/LightningToast.close')).toBeUndefined();
    expect(made('@salesforce/i18n/locale')).toBeUndefined();
  });
});
