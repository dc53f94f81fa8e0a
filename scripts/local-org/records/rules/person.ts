import type { ObjectRules } from '../change.ts';
import type { Row } from '../row.ts';

const fullName = ({ FirstName, LastName }: Row): string | null =>
  [FirstName, LastName].filter((part) => typeof part === 'string').join(' ') || null;

/** Name of a contact or lead: first and last name. */
export const personRules: ObjectRules = {
  before(_saving, changes) {
    for (const { after } of changes) after['Name'] = fullName(after);
  },
};

/** Rights of users hang on these objects. */
export const rightsRules: ObjectRules = {
  after: (saving) => void saving.rightsChanged(),
  afterDelete: (saving) => void saving.rightsChanged(),
};

/** A user: name and, unless given, a nickname. */
export const userRules: ObjectRules = {
  before(_saving, changes) {
    for (const { after } of changes) {
      after['Name'] = fullName(after);
      after['CommunityNickname'] ??=
        String(after['Username'] ?? '')
          .split('@')[0]
          ?.slice(0, 40) ?? null;
      after['UserType'] ??= 'Standard';
    }
  },
  ...rightsRules,
};
