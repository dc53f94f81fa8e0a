import {
  blob,
  boolean,
  createOnly,
  datetime,
  double,
  int,
  nameField,
  picklist,
  readOnly,
  reference,
  required,
  text,
} from '../field.ts';
import type { ObjectSpec } from '../object.ts';
import { master, owner } from '../object.ts';

const PRIVACY = ['*N', 'P'];
const describing = {
  FileType: text(20, readOnly),
  PublishStatus: picklist(['P', 'R', 'U'], readOnly, { length: 40 }),
  ContentSize: int(readOnly),
  FileExtension: text(40, readOnly),
};
/** Records that a file can be linked to. */
const LINKABLE = [
  'Account',
  'Asset',
  'Campaign',
  'Contact',
  'Contract',
  'EmailMessage',
  'Event',
  'Lead',
  'Opportunity',
  'Product2',
  'Task',
  'User',
];

export const files: Record<string, ObjectSpec> = {
  ContentDocument: {
    prefix: '069',
    label: 'Content Document',
    sharing: { model: 'file', documentField: 'Id' },
    writable: 'update',
    fields: {
      Title: text(255, nameField, { nillable: false }),
      Description: text(1000),
      ...describing,
      OwnerId: owner(),
      ParentId: reference('ContentDocument', null, readOnly),
      LatestPublishedVersionId: reference('ContentVersion', null, readOnly),
      IsArchived: boolean(),
      SharingOption: picklist(['*A', 'R']),
      SharingPrivacy: picklist(PRIVACY),
      ContentModifiedDate: datetime(readOnly),
      LastViewedDate: datetime(readOnly),
      LastReferencedDate: datetime(readOnly),
    },
  },
  ContentVersion: {
    prefix: '068',
    label: 'Content Version',
    sharing: { model: 'file', documentField: 'ContentDocumentId' },
    fields: {
      ContentDocumentId: reference('ContentDocument', 'ContentVersions', createOnly, {
        onParentDelete: 'cascade',
        defaultedOnCreate: true,
      }),
      IsLatest: boolean(true, readOnly),
      VersionNumber: text(20, readOnly),
      Title: text(255, nameField, { nillable: false, defaultedOnCreate: true }),
      Description: text(1000),
      ReasonForChange: text(1000),
      SharingOption: picklist(['*A', 'R']),
      SharingPrivacy: picklist(PRIVACY),
      PathOnClient: text(500, createOnly),
      VersionData: blob(createOnly),
      ...describing,
      OwnerId: owner(),
      TagCsv: text(2000),
      Checksum: text(50, readOnly),
      FirstPublishLocationId: reference(LINKABLE, null, createOnly),
      Origin: picklist(['*C', 'H'], createOnly, { length: 40 }),
      ContentLocation: picklist(['*S', 'E', 'L'], createOnly, { length: 40 }),
      ContentModifiedDate: datetime(readOnly),
      ContentModifiedById: reference('User', null, readOnly),
      IsMajorVersion: boolean(true, createOnly),
      RatingCount: double(9, 0, readOnly),
    },
  },
  ContentDocumentLink: {
    prefix: '06A',
    uniqueTogether: ['ContentDocumentId', 'LinkedEntityId'],
    label: 'Content Document Link',
    sharing: { model: 'file', documentField: 'ContentDocumentId' },
    stamps: 'none',
    fields: {
      LinkedEntityId: reference(LINKABLE, 'ContentDocumentLinks', required, createOnly, {
        onParentDelete: 'cascade',
      }),
      ContentDocumentId: master('ContentDocument', 'ContentDocumentLinks'),
      ShareType: picklist(['*V', 'C', 'I'], { restricted: true, length: 40 }),
      Visibility: picklist(['*AllUsers', 'InternalUsers', 'SharedUsers'], { restricted: true, length: 40 }),
    },
  },
};
