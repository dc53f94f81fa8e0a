import { LightningElement, api } from 'lwc';
import { formFactor } from '../../org/form-factor.ts';
import { follow, listPath, setupPath } from '../../org/navigate.ts';
import { session } from '../../org/session.ts';

const tabs = [
  { key: 'home', label: 'Home', path: '/lightning/page/home', icon: 'utility:home' },
  { key: 'Opportunity', label: 'Opportunities', path: listPath('Opportunity'), icon: 'utility:opportunity' },
  { key: 'Account', label: 'Accounts', path: listPath('Account'), icon: 'utility:company' },
  // The permission set for admins shows them this one too.
  ...(session.customPermissions.includes('Inspire_Admin')
    ? [{ key: 'setup', label: 'Be Inspired Set-up', path: setupPath, icon: 'utility:settings' }]
    : []),
];

/** The app's tabs: below the header on a desktop, at the foot on a phone. */
export default class Tabs extends LightningElement {
  @api current = '';

  get isPhone(): boolean {
    return formFactor === 'Small';
  }

  get items() {
    return tabs.map((tab) => {
      const isCurrent = tab.key === this.current;
      return {
        ...tab,
        isCurrent: isCurrent ? 'page' : null,
        class: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
        phoneClass: `page-tabs__tab${isCurrent ? ' page-tabs__tab_current' : ''}`,
      };
    });
  }

  go(event: MouseEvent): void {
    follow(event);
  }
}
