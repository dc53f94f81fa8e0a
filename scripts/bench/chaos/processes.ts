import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFor } from '../../sample-data/random.ts';

const atOnce = 2;

export interface Deliverers {
  killOne: () => Promise<void>;
  stop: () => Promise<void>;
}

const gone = async (child: ChildProcess, how: () => unknown): Promise<void> => {
  const exit = once(child, 'exit');
  how();
  await exit;
};

/** Two processes that deliver, each replaced at once when it is killed. */
export const startDeliverers = (order: object): Deliverers => {
  const random = randomFor('kills');
  const script = new URL('deliverer.ts', import.meta.url);
  const env = { ...process.env, BENCH_ORDER: JSON.stringify(order) };
  const start = (): ChildProcess => fork(script, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const children = Array.from({ length: atOnce }, start);
  return {
    /** Kills one of them in the middle of whatever it is doing. */
    killOne: async (): Promise<void> => {
      const [victim] = children.splice(random.int(0, atOnce - 1), 1);
      if (!victim) return;
      await Promise.race([once(victim, 'message'), once(victim, 'exit')]);
      if (victim.exitCode !== null) throw new Error(`A process that delivers ended with ${victim.exitCode}.`);
      await pause(random.int(0, 300));
      await gone(victim, () => victim.kill('SIGKILL'));
      children.push(start());
    },
    stop: async (): Promise<void> => {
      const alive = children.filter(({ exitCode }) => exitCode === null);
      await Promise.all(alive.map((child) => gone(child, () => child.disconnect())));
    },
  };
};
