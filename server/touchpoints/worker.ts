import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { civilDate } from '../http/calendar.ts';
import type { EngineParts, TurnParts } from './engine/parts.ts';
import { scanTerms } from './engine/scan-terms.ts';
import { engineTurn } from './engine/turn.ts';

export interface TouchpointWorkerParts extends EngineParts {
  log: Logger;
}

/** Keeps the touchpoints of every connected org in step with its records, its Tasks and the day. */
export interface TouchpointWorker {
  /** Ends after the turn that is under way. */
  stop(): Promise<void>;
}

const tickMs = 1_000;

/** Orgs take turns; a turn that failed is tried again, with whatever it had in hand. */
export const startTouchpointWorker = (parts: TouchpointWorkerParts): TouchpointWorker => {
  const { store, log } = parts;
  const stopping = new AbortController();
  const scanned = new Map<string, string>();

  const scanDaily = async (orgId: string): Promise<void> => {
    const today = civilDate(parts.now(), 'UTC');
    if (scanned.get(orgId) === today) return;
    await scanTerms(parts, orgId);
    scanned.set(orgId, today);
  };

  const turn = async (orgId: string): Promise<boolean> => {
    try {
      const onFault: TurnParts['onFault'] = (fault, err) =>
        log.warn({ org: orgId, ...fault, err }, 'Left out of the turn, so that the others go on');
      await scanDaily(orgId);
      return await engineTurn({ ...parts, onFault }, orgId);
    } catch (err) {
      log.warn({ org: orgId, err }, 'Touchpoints not planned; it is tried again');
      return false;
    }
  };

  const round = async (): Promise<boolean> => {
    const orgs = await store.connectedOrgs();
    let worked = false;
    for (const { orgId } of orgs) if (!stopping.signal.aborted) worked = (await turn(orgId)) || worked;
    return worked;
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const worked = await round().catch((err: unknown) => {
        log.warn({ err }, 'Connected orgs can not be read');
        return false;
      });
      if (!worked) await pause(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const looping = loop();
  return {
    stop: async () => {
      stopping.abort();
      await looping;
    },
  };
};
