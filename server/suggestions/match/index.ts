export { isAway } from "./effects.ts";
export { compileIndex, type MatchIndex } from "./match-index.ts";
export { match } from "./match.ts";
export type {
  MatchConfiguration,
  MatchedItem,
  MatchResult,
  PublishedItem,
  Reaction,
  ShownItem,
  Viewer,
} from "./types.ts";
export { type Changes, updateIndex } from "./update-index.ts";
