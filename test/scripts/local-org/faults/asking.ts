import type { TestOrg } from '../support/org.ts';

export const root = '/services/data/v65.0';

interface Init extends Omit<RequestInit, 'headers'> {
  headers?: Record<string, string>;
}

/** Calls of the org over plain HTTP with an administrator's session: what jsforce would repeat is seen as it is. */
export interface Asking {
  ask: (path: string, init?: Init) => Promise<Response>;
  /** Sets the fault switch. */
  plan: (body: object) => Promise<void>;
}

export async function asking({ baseUrl, adminId, sessions }: TestOrg): Promise<Asking> {
  const token = await sessions.open(adminId);
  const ask: Asking['ask'] = (path, init = {}) =>
    fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    });
  return {
    ask,
    async plan(body) {
      const response = await ask('/local-org/faults', { method: 'PUT', body: JSON.stringify(body) });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}
