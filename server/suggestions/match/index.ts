export { compileIndex, indexBuilder } from './compile-index.ts';
export { findShown, isEmpty } from './find.ts';
export type { MatchIndex } from './match-index.ts';
export { match } from './match.ts';
export { bytesOfIndex } from './size.ts';
export type { MatchConfiguration, MatchedItem, MatchResult, Reaction, ShownItem, Viewer } from './types.ts';
export { updateIndex } from './update-index.ts';
