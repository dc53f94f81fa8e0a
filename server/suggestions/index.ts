export { type SuggestionsAnswer, suggestionsAnswerSchema } from './answer.ts';
export { createLibraries, type Libraries } from './library/libraries.ts';
export type { Library } from './library/library.ts';
export { loadLibrary } from './library/load.ts';
export { suggestionRoutes } from './routes/index.ts';
export { fittingItems } from './fitting.ts';
