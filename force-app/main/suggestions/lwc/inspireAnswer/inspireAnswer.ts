import { objectIn } from 'c/inspireGateway';
import type { Answer } from './answer';

export type {
  Answer,
  Clause,
  Fact,
  FactValue,
  Recipient,
  SetAsideItem,
  Stage,
  Suggestion,
  TileAct,
} from './answer';

const isAnswer = (value: object): value is Answer =>
  'suggestions' in value &&
  Array.isArray(value.suggestions) &&
  'facts' in value &&
  Array.isArray(value.facts);

/** Reads the JSON text that the gateway hands on. Throws if it is not an answer. */
export function readAnswer(text: string): Answer {
  const answer = objectIn(text);
  if (!isAnswer(answer)) throw new Error(`Not a list of suggestions: ${text.slice(0, 80)}`);
  return answer;
}

const ids = (answer: Answer) => answer.suggestions.map((suggestion) => suggestion.itemId);

/** Would replacing `shown` by `next` move anything on the screen, and how many items does it bring? */
export function listChange(shown: Answer, next: Answer): { moves: boolean; added: number } {
  const before = ids(shown);
  const after = ids(next);
  return {
    moves: before.join() !== after.join(),
    added: after.filter((id) => !before.includes(id)).length,
  };
}
