export { findShown, isEmpty } from './find.ts';
export { compileIndex, type MatchIndex } from './match-index.ts';
export { match } from './match.ts';
export type { MatchConfiguration, MatchedItem, MatchResult, Reaction, ShownItem, Viewer } from './types.ts';
export { updateIndex } from './update-index.ts';
