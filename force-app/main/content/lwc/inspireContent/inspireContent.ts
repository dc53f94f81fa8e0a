import { ask, unreadable } from 'c/inspireGateway';

/** The answer of the `content` operation, as far as it is shown or shared. */
export interface Content {
  author: string;
  html: string;
  text: string;
  blanks: string[];
  notShareable?: string | undefined;
}

const isContent = (answer: object): answer is Content =>
  'html' in answer && 'text' in answer && 'blanks' in answer && Array.isArray(answer.blanks);

/** The text of one item. Throws what Apex throws, and on an answer that is no item. */
export async function readContent(recordId: string, itemId: string): Promise<Content> {
  const answer = await ask('content', recordId, { itemId });
  if (!isContent(answer)) throw unreadable(answer);
  return answer;
}
