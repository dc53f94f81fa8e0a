import type { Connection } from 'jsforce';

/** The clock of a local org; Salesforce has none that can be moved. */
export interface OrgClock {
  /** Noon of a day, so that it is the same day nearly everywhere. */
  moveTo(day: string): Promise<void>;
  release(): Promise<void>;
}

export function clockOf(connection: Connection): OrgClock {
  const url = `${connection.instanceUrl}/local-org/clock`;
  return {
    async moveTo(day) {
      await connection.request({
        method: 'PUT',
        url,
        body: JSON.stringify({ now: `${day}T12:00:00Z` }),
        headers: { 'Content-Type': 'application/json' },
      });
    },
    async release() {
      await connection.request({ method: 'DELETE', url });
    },
  };
}

/** @throws Error unless the org's clock can be moved */
export async function requireClock(connection: Connection): Promise<void> {
  await connection
    .request({ method: 'GET', url: `${connection.instanceUrl}/local-org/clock` })
    .catch((cause: unknown) => {
      const why = 'so that it writes the history of the deals at the dates when things happened';
      throw new Error(
        `${connection.instanceUrl} has no clock to move. A pipeline is loaded into a local org, ${why}.`,
        { cause },
      );
    });
}
