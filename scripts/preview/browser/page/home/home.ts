import { LightningElement } from 'lwc';
import { formFactor } from '../../org/form-factor.ts';
import { initialsOf } from '../../org/names.ts';
import { follow, listPath, recordPath } from '../../org/navigate.ts';
import { messageOf } from '../../org/rest.ts';
import { continueAs, session, type Person } from '../../org/session.ts';
import { readStagedDeals, type StagedDeal } from '../../org/staged-deals.ts';

/** As many as differ in what they see: a rep, the managers above, those who look after the content. */
const featured = 5;

type Card = StagedDeal & { path: string; owner: string; action: string };

/** The start page: what this is, the staged deals, who to be, and where else to go. */
export default class Home extends LightningElement {
  deals: StagedDeal[] | undefined;
  problem: string | undefined;
  user = session.user;
  apiReference = session.apiReference;
  places = [
    { key: 'opportunities', label: 'All opportunities', path: listPath('Opportunity') },
    { key: 'accounts', label: 'All accounts', path: listPath('Account') },
  ];

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    document.title = 'Be Inspired | Salesforce';
    try {
      this.deals = await readStagedDeals();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get isDesktop(): boolean {
    return formFactor === 'Large';
  }

  get cards(): Card[] {
    return (this.deals ?? []).map((deal) => {
      const owner = session.users.find((user) => user.id === deal.userId)?.name ?? '';
      return {
        ...deal,
        owner,
        path: recordPath('Opportunity', deal.opportunityId),
        action: deal.userId === session.user.id ? 'Open' : `Open as ${owner}`,
      };
    });
  }

  get hasNoDeals(): boolean {
    return this.deals?.length === 0;
  }

  get users(): (Person & { initials: string; isCurrent: boolean; action: string })[] {
    return session.users.slice(0, featured).map((user) => ({
      ...user,
      initials: initialsOf(user.name),
      isCurrent: user.id === session.user.id,
      action: `Log in as ${user.name}`,
    }));
  }

  async open(event: MouseEvent): Promise<void> {
    const { currentTarget: link } = event;
    const deal =
      link instanceof HTMLElement
        ? this.cards.find((card) => card.path === link.getAttribute('href'))
        : undefined;
    if (!deal || deal.userId === session.user.id) {
      follow(event);
      return;
    }
    event.preventDefault();
    await continueAs(deal.userId, deal.path);
  }

  go(event: MouseEvent): void {
    follow(event);
  }

  async become(event: Event): Promise<void> {
    const { currentTarget: button } = event;
    if (button instanceof HTMLElement) await continueAs(button.dataset['id'] ?? '');
  }
}
