import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** What the service process is asked, and what it answers. */
export const readySchema = z.object({ suggestions: z.url(), constant: z.url() });
export const usageSchema = z.object({ cpuMicros: z.number(), answerBytes: z.number() });
export const matchSchema = z.object({ p50Ms: z.number(), p99Ms: z.number() });

/** What the load process is to send, and what it saw. */
export const orderSchema = z.object({
  url: z.url(),
  requests: z.int(),
  connections: z.int(),
  orgId: z.string(),
  secondFactor: z.string(),
  privateKey: z.string(),
});
export const loadSchema = z.object({ perSecond: z.number(), p50Ms: z.number() });

export type Order = z.infer<typeof orderSchema>;
export type Load = z.infer<typeof loadSchema>;

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
