import type { FieldValue } from './rest.ts';

/** One related list of a page: where its rows come from and which columns it shows. */
export type RelatedListDefinition = {
  key: string;
  title: string;
  icon: string;
  sobject: string;
  /** The field of the rows that points to the record of the page. */
  parent: string;
  orderBy: string;
  /** Dotted paths; the first is the title of a row. */
  columns: readonly { path: string; label: string; type?: 'currency' | 'date' | 'datetime' | 'percent' }[];
  /** The field that holds the id to link the title to, and the object it belongs to. */
  link?: { idPath: string; sobject: string };
  action?: { label: string; open: 'contactRoles' | 'products' | 'competitor' | 'contact' };
  deletable?: boolean;
};

const opportunityLists: readonly RelatedListDefinition[] = [
  {
    key: 'contactRoles',
    title: 'Contact Roles',
    icon: 'standard:contact',
    sobject: 'OpportunityContactRole',
    parent: 'OpportunityId',
    orderBy: 'IsPrimary DESC, CreatedDate',
    columns: [
      { path: 'Contact.Name', label: 'Contact Name' },
      { path: 'Role', label: 'Role' },
      { path: 'Contact.Title', label: 'Title' },
      { path: 'IsPrimary', label: 'Primary' },
    ],
    link: { idPath: 'Contact.Id', sobject: 'Contact' },
    action: { label: 'Add Contact Roles', open: 'contactRoles' },
    deletable: true,
  },
  {
    key: 'products',
    title: 'Products',
    icon: 'standard:product',
    sobject: 'OpportunityLineItem',
    parent: 'OpportunityId',
    orderBy: 'SortOrder, CreatedDate',
    columns: [
      { path: 'Product2.Name', label: 'Product' },
      { path: 'Quantity', label: 'Quantity' },
      { path: 'UnitPrice', label: 'Sales Price', type: 'currency' },
      { path: 'TotalPrice', label: 'Total', type: 'currency' },
    ],
    action: { label: 'Add Products', open: 'products' },
    deletable: true,
  },
  {
    key: 'competitors',
    title: 'Competitors',
    icon: 'standard:campaign',
    sobject: 'OpportunityCompetitor',
    parent: 'OpportunityId',
    orderBy: 'CreatedDate',
    columns: [
      { path: 'CompetitorName', label: 'Competitor Name' },
      { path: 'Strengths', label: 'Strengths' },
      { path: 'Weaknesses', label: 'Weaknesses' },
    ],
    action: { label: 'New', open: 'competitor' },
    deletable: true,
  },
  {
    key: 'stageHistory',
    title: 'Stage History',
    icon: 'standard:timesheet',
    sobject: 'OpportunityHistory',
    parent: 'OpportunityId',
    orderBy: 'CreatedDate DESC',
    columns: [
      { path: 'StageName', label: 'Stage' },
      { path: 'Amount', label: 'Amount', type: 'currency' },
      { path: 'Probability', label: 'Probability (%)', type: 'percent' },
      { path: 'CloseDate', label: 'Close Date', type: 'date' },
      { path: 'CreatedBy.Name', label: 'Last Modified By' },
      { path: 'CreatedDate', label: 'Last Modified', type: 'datetime' },
    ],
  },
];

const accountLists: readonly RelatedListDefinition[] = [
  {
    key: 'contacts',
    title: 'Contacts',
    icon: 'standard:contact',
    sobject: 'Contact',
    parent: 'AccountId',
    orderBy: 'Name',
    columns: [
      { path: 'Name', label: 'Contact Name' },
      { path: 'Title', label: 'Title' },
      { path: 'Email', label: 'Email' },
      { path: 'Phone', label: 'Phone' },
    ],
    link: { idPath: 'Id', sobject: 'Contact' },
    action: { label: 'New', open: 'contact' },
  },
  {
    key: 'opportunities',
    title: 'Opportunities',
    icon: 'standard:opportunity',
    sobject: 'Opportunity',
    parent: 'AccountId',
    orderBy: 'IsClosed, CloseDate DESC',
    columns: [
      { path: 'Name', label: 'Opportunity Name' },
      { path: 'StageName', label: 'Stage' },
      { path: 'Amount', label: 'Amount', type: 'currency' },
      { path: 'CloseDate', label: 'Close Date', type: 'date' },
    ],
    link: { idPath: 'Id', sobject: 'Opportunity' },
  },
];

const lists: ReadonlyMap<string, readonly RelatedListDefinition[]> = new Map([
  ['Opportunity', opportunityLists],
  ['Account', accountLists],
]);

export const relatedListsOf = (sobject: string): readonly RelatedListDefinition[] => lists.get(sobject) ?? [];

/** `valueAt({Contact: {Name: 'Jana'}}, 'Contact.Name')` is `Jana`. */
export function valueAt(row: unknown, path: string): FieldValue {
  const found = path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), row);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
