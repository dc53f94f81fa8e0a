export { compileIndex, match, type MatchIndex } from "./plain.ts";
export type {
  MatchConfiguration,
  MatchedItem,
  MatchResult,
  PublishedItem,
  Reaction,
  ShownItem,
  Viewer,
} from "./types.ts";
