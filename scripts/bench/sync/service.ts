import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connections } from '../../../server/store/index.ts';

const main = join(import.meta.dirname, '../../../server/main.ts');

/** The service as it is deployed, in a process of its own. */
export interface Service {
  /** Most memory that it has had at a time, in MB, as the kernel counts. */
  peakRssMb(): number;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** What the service is told besides its database. */
const settings = {
  PORT: '0',
  METRICS_PORT: '0',
  LOCAL_ORG: 'accept',
  LOG_LEVEL: 'error',
  SYNC_API_SHARE: '1',
};

export const startService = ({ url, ownerUrl, directUrl }: Connections, secretKey: Buffer): Service => {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...settings,
      ...{ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL: directUrl },
      SALESFORCE_SECRET_KEY: secretKey.toString('base64'),
    },
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  return {
    peakRssMb: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1000;
    },
    kill: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      process.off('exit', end);
    },
  };
};
