/** What an org's page layouts say, for the objects that have a page here. API names; most labels come from describe. */
export type Section = { label: string; fields: readonly string[] };

export type Layout = {
  icon: string;
  /** Fields that pages name otherwise than describe does, as Salesforce's pages do. */
  labels: Readonly<Record<string, string>>;
  highlights: readonly string[];
  sections: readonly Section[];
};

const opportunity: Layout = {
  icon: 'standard:opportunity',
  labels: { Name: 'Opportunity Name', AccountId: 'Account Name', OwnerId: 'Opportunity Owner' },
  highlights: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  sections: [
    {
      label: 'Opportunity Information',
      fields: [
        'Name',
        'StageName',
        'AccountId',
        'CloseDate',
        'Type',
        'Amount',
        'OwnerId',
        'Probability',
        'LeadSource',
        'ForecastCategoryName',
        'NextStep',
        'ExpectedRevenue',
      ],
    },
    {
      label: 'What the customer wants to change',
      fields: [
        'Inspire_Challenge__c',
        'Inspire_Change_Decision_Date__c',
        'Inspire_Use_Case__c',
        'Inspire_Change_Decision_By__c',
        'Inspire_Competitor__c',
        'Inspire_Change_Decision_Words__c',
      ],
    },
    { label: 'Description Information', fields: ['Description'] },
    {
      label: 'System Information',
      fields: ['CreatedById', 'LastModifiedById', 'CreatedDate', 'LastModifiedDate'],
    },
  ],
};

const account: Layout = {
  icon: 'standard:account',
  labels: { OwnerId: 'Account Owner', Phone: 'Phone', Type: 'Type' },
  highlights: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  sections: [
    {
      label: 'Account Information',
      fields: [
        'Name',
        'Type',
        'ParentId',
        'Industry',
        'OwnerId',
        'AnnualRevenue',
        'Phone',
        'NumberOfEmployees',
        'Website',
      ],
    },
    {
      label: 'Address Information',
      fields: ['BillingStreet', 'BillingCity', 'BillingPostalCode', 'BillingState', 'BillingCountry'],
    },
    { label: 'Description Information', fields: ['Description'] },
    {
      label: 'System Information',
      fields: ['CreatedById', 'LastModifiedById', 'CreatedDate', 'LastModifiedDate'],
    },
  ],
};

const contact: Layout = {
  icon: 'standard:contact',
  labels: { AccountId: 'Account Name', OwnerId: 'Contact Owner', Phone: 'Phone' },
  highlights: ['Title', 'AccountId', 'Phone', 'Email'],
  sections: [
    {
      label: 'Contact Information',
      fields: ['FirstName', 'LastName', 'AccountId', 'Title', 'Department', 'Phone', 'Email', 'OwnerId'],
    },
  ],
};

const user: Layout = {
  icon: 'standard:user',
  labels: {},
  highlights: ['Title', 'Phone', 'Email'],
  sections: [{ label: 'About', fields: ['Name', 'Title', 'Department', 'Phone', 'Email', 'ManagerId'] }],
};

const layouts: ReadonlyMap<string, Layout> = new Map([
  ['Opportunity', opportunity],
  ['Account', account],
  ['Contact', contact],
  ['User', user],
]);

/** @throws Error for an object without a page. */
export function layoutOf(sobject: string): Layout {
  const layout = layouts.get(sobject);
  if (!layout)
    throw new Error(
      `${sobject} has no record page here. Pages exist for ${[...layouts.keys()].join(' and ')}.`,
    );
  return layout;
}
