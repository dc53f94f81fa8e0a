import { type Fault, verdictOf } from './classify.ts';
import { faultOf } from './fault-of.ts';

/** What the org said to one row. */
export type Reply = { recordId: string } | Fault;

/** One call for some rows. @returns a reply for each, in their order; throws when the call fails as a whole */
export type Send<Sent> = (some: readonly Sent[]) => Promise<Reply[]>;

interface Way<Sent> {
  operation: 'create' | 'update';
  /** Most rows in a call. */
  size: number;
  send: Send<Sent>;
}

/** More than finding one bad row among 200 takes; the others wait for the next turn. */
const refusalsAtMost = 16;

const skipped = ({ message }: Fault): Fault => ({ errorCode: undefined, message });

/**
 * Sends rows, and when the org refuses a call as a whole, halves of it, until the row it is about stands alone. Ends with a call that
 * fails in another way: the next one would too.
 * @returns a reply for each row, in their order; nothing is thrown
 */
export const sendApart = async <Sent>(
  rows: readonly Sent[],
  { operation, size, send }: Way<Sent>,
): Promise<Reply[]> => {
  let refusals = 0;
  let ended: Fault | undefined;
  const sendSome = async (some: readonly Sent[]): Promise<Reply[]> => {
    const before = ended;
    if (before) return some.map(() => skipped(before));
    const answer = await send(some).catch(faultOf);
    if (Array.isArray(answer)) return answer;
    const isRefused = verdictOf(answer, operation) === 'refused';
    if (isRefused && some.length === 1) return [answer];
    refusals += 1;
    if (!isRefused || refusals >= refusalsAtMost) {
      ended = answer;
      return some.map(() => (isRefused ? skipped(answer) : answer));
    }
    const middle = Math.ceil(some.length / 2);
    return [...(await sendSome(some.slice(0, middle))), ...(await sendSome(some.slice(middle)))];
  };
  const replies: Reply[] = [];
  for (let from = 0; from < rows.length; from += size)
    replies.push(...(await sendSome(rows.slice(from, from + size))));
  return replies;
};
