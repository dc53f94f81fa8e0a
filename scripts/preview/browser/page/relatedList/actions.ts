import AddRelated from '../addRelated/addRelated.ts';
import QuickForm from '../quickForm/quickForm.ts';
import { addContactRoles, addProducts } from '../../org/additions.ts';
import type { PageRecord } from '../../org/record.ts';

/** Opens the dialog behind a related list's button. @returns whether something was saved. */
export async function openRelatedAction(
  action: 'contactRoles' | 'products' | 'competitor' | 'contact',
  record: PageRecord,
): Promise<boolean> {
  switch (action) {
    case 'contactRoles':
      return openAddition('Add Contact Roles', addContactRoles(record));
    case 'products':
      return openAddition('Add Products', addProducts(record));
    case 'competitor':
      return openForm(
        'New Competitor',
        'OpportunityCompetitor',
        ['CompetitorName', 'Strengths', 'Weaknesses'],
        {
          OpportunityId: record.id,
        },
      );
    case 'contact':
      return openForm('New Contact', 'Contact', contactFields, { AccountId: record.id });
  }
}

const contactFields = ['FirstName', 'LastName', 'Title', 'Email', 'Phone'];

const openAddition = async (label: string, addition: unknown): Promise<boolean> =>
  (await AddRelated.open<boolean>({ size: 'medium', label, addition })) === true;

const openForm = async (
  label: string,
  sobject: string,
  fields: readonly string[],
  fixed: Readonly<Record<string, string>>,
): Promise<boolean> =>
  (await QuickForm.open<string>({ size: 'small', label, heading: label, sobject, fields, fixed })) !==
  undefined;
