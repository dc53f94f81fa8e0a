import { objectIn, unreadable } from 'c/inspireGateway';
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
  if (!isAnswer(answer)) throw unreadable(text);
  return answer;
}

const ids = (answer: Answer, visible: number) =>
  answer.suggestions.slice(0, visible).map((suggestion) => suggestion.itemId);

/** Would replacing `shown` by `next` move any of the `visible` items, and how many does it bring among them? */
export function listChange(shown: Answer, next: Answer, visible: number): { moves: boolean; added: number } {
  const before = ids(shown, visible);
  const after = ids(next, visible);
  return {
    moves: before.join() !== after.join(),
    added: after.filter((id) => !before.includes(id)).length,
  };
}
