export type { Change } from './changes.ts';
export { type Draft, type Drafts, draftsSchema, publishDrafts, saveDrafts } from './drafts.ts';
export {
  type Administration,
  type Publication,
  readAdministration,
  readChanges,
  type RecordedChange,
} from './history.ts';
export type { Author, ConfigurationState } from './publication.ts';
export { type DryRun, previewConfiguration, publishConfiguration, type PublishResult } from './publish.ts';
export {
  changesSince,
  eachPublished,
  type PublishedChanges,
  type PublishedEntries,
  type PublishedItem,
  readPublished,
} from './published.ts';
export { type ReadItem, readItem } from './read-item.ts';
export { factSourceKey } from './entry.ts';
export { readConfigurationSet } from './read-set.ts';
export { rollBack, type RollBackResult } from './roll-back.ts';
export { type ConfigurationSet, configurationSetSchema, type EntryName, type PlacedSet } from './set.ts';
export { withdrawOrigin } from './withdraw.ts';
