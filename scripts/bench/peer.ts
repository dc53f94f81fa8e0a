import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';

export interface Peer {
  next: <Schema extends z.ZodType>(schema: Schema) => Promise<z.output<Schema>>;
  ask: <Schema extends z.ZodType>(question: object, schema: Schema) => Promise<z.output<Schema>>;
  stop: () => Promise<void>;
}

/** Starts a script in a process of its own and talks to it, one question at a time. */
export const startPeer = (script: URL, env: NodeJS.ProcessEnv): Peer => {
  const child: ChildProcess = fork(script, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const next: Peer['next'] = async (schema) => {
    const ended = new AbortController();
    const { signal } = ended;
    const answer: unknown[] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${script.pathname} ended with ${String(code)}.`);
      }),
    ]).finally(() => {
      ended.abort();
    });
    return schema.parse(answer[0]);
  };
  return {
    next,
    ask: (question, schema) => {
      const answer = next(schema);
      child.send(question);
      return answer;
    },
    stop: async () => {
      if (!child.connected) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};
