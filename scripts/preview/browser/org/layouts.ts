/** What an org's page layouts say, for the objects that have a page here. API names; labels come from describe. */
export type Section = { label: string; fields: readonly string[] };

export type Layout = {
  icon: string;
  highlights: readonly string[];
  sections: readonly Section[];
};

const opportunity: Layout = {
  icon: 'standard:opportunity',
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
