import type { ObjectRules } from '../change.ts';

/** Name of a contact, lead or user: first and last name. */
export const personRules: ObjectRules = {
  before(_saving, changes) {
    for (const { after } of changes) {
      after['Name'] = [after['FirstName'], after['LastName']].filter((part) => typeof part === 'string').join(' ') || null;
    }
  },
};

/** Rights of users hang on these objects. */
export const rightsRules: ObjectRules = {
  after: (saving) => saving.rightsChanged(),
  afterDelete: (saving) => saving.rightsChanged(),
};

/** A user: name and, unless given, a nickname; type by profile is Standard. */
export const userRules: ObjectRules = {
  before(_saving, changes) {
    for (const { after } of changes) {
      after['Name'] = [after['FirstName'], after['LastName']].filter((part) => typeof part === 'string').join(' ') || null;
      after['CommunityNickname'] ??= String(after['Username'] ?? '').split('@')[0]?.slice(0, 40) ?? null;
      after['UserType'] ??= 'Standard';
    }
  },
  ...rightsRules,
};
