export { type Drafts, draftsSchema, publishDrafts, saveDrafts } from './drafts.ts';
export { type Administration, readAdministration, readChanges } from './history.ts';
export type { Author } from './publication.ts';
export { previewConfiguration, publishConfiguration, type PublishResult } from './publish.ts';
export {
  changesSince,
  eachPublished,
  type PublishedChanges,
  type PublishedEntries,
  type PublishedItem,
  readPublished,
} from './published.ts';
export { factSourceKey } from './entry.ts';
export { readItem } from './read-item.ts';
export { readJson } from './read-json.ts';
export { readConfigurationSet } from './read-set.ts';
export { rollBack } from './roll-back.ts';
export { type ConfigurationSet, type EntryName, type PlacedSet } from './set.ts';
export { withdrawOrigin } from './withdraw.ts';
export { type CadenceOf, type CadenceVersion, readCadenceLibrary, readCadenceVersions } from './cadences.ts';
