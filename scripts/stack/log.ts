import { once } from 'node:events';
import { join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';

/** The terminal belongs to the person; what the parts have to say goes to a file. */
export type StackLog = {
  readonly log: Logger;
  readonly destination: DestinationStream;
  close: () => Promise<void>;
};

/** Opens `log/stack.jsonl` below the state directory. */
export async function openLog(stateDirectory: string, level = 'info'): Promise<StackLog> {
  const destination = pino.destination({
    dest: join(stateDirectory, 'log/stack.jsonl'),
    mkdir: true,
    sync: false,
  });
  await once(destination, 'ready');
  const close = async (): Promise<void> => {
    const closed = once(destination, 'close');
    destination.end();
    await closed;
  };
  return { log: pino({ level, base: null }, destination), destination, close };
}
