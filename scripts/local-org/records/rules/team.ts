import { objectNamed } from '../../schema/catalogue.ts';
import type { ObjectRules } from '../change.ts';
import { loadRows } from '../row.ts';
import { idsIn } from './own-rows.ts';

/** A team member is shown by the user's name and title. */
export const teamMemberRules: ObjectRules = {
  async before(saving, changes) {
    const users = await loadRows(
      saving.trx,
      objectNamed(saving.catalogue, 'User'),
      idsIn(
        changes.map(({ after }) => after),
        'UserId',
      ),
    );
    for (const { after } of changes) {
      const user = users.get(String(after['UserId']));
      after['Name'] = user?.['Name'] ?? null;
      after['Title'] = user?.['Title'] ?? null;
    }
  },
};
