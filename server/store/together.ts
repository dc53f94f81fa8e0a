interface Waiting<Question, Answer> {
  question: Question;
  answer: (answer: Answer) => void;
  fail: (error: unknown) => void;
}

/**
 * Asks what is asked in one turn of the event loop together, and so what is asked while an answer is under way, once it
 * has come: a round trip to the database costs a busy service more processor time than what it brings. Nothing is
 * remembered.
 * @param askAll answers in the order of the questions; if it fails, all that asked fail
 */
export const together = <Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): ((question: Question) => Promise<Answer>) => {
  let waiting: Waiting<Question, Answer>[] = [];
  let isUnderWay = false;

  const ask = async (asking: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await askAll(asking.map(({ question }) => question));
      for (const [at, { answer, fail }] of asking.entries()) {
        const own = answers[at];
        if (own === undefined) fail(new Error(`Question ${at + 1} of ${asking.length} got no answer.`));
        else answer(own);
      }
    } catch (error) {
      for (const { fail } of asking) fail(error);
    }
  };

  const askNow = async (): Promise<void> => {
    const asking = waiting;
    waiting = [];
    await ask(asking);
    isUnderWay = false;
    askSoon();
  };

  const askSoon = (): void => {
    if (waiting.length === 0 || isUnderWay) return;
    isUnderWay = true;
    setImmediate(() => void askNow());
  };

  return (question) =>
    new Promise((answer, fail) => {
      waiting.push({ question, answer, fail });
      askSoon();
    });
};
