import { AppError } from '../../errors.ts';
import { findOrganization, type Store } from '../../store/index.ts';
import { openConnection } from '../connection/open.ts';
import { readAccess } from '../connection/stored.ts';
import { salesforceErrorOf } from '../fault.ts';
import { enterOrg } from './enter-org.ts';
import { type Finding, findingsOf } from './findings.ts';
import { lookAround } from './look-around.ts';
import { measureMailCapture } from './mail-capture.ts';
import type { Observations } from './observations.ts';

export { checkNames, type Finding, findingCodes, findingStates, type FindingValue } from './findings.ts';

export interface SetupCheckParts {
  store: Store;
  /** 32 bytes, with which credentials of orgs are sealed; undefined if the service has none. */
  secretKey: Buffer | undefined;
  now: () => Date;
  /** Milliseconds to wait for each answer of the org. */
  patience: number;
}

/** Logs in anew, whatever a running sync has open. */
const logIn = async (
  { store, secretKey, now, patience }: SetupCheckParts,
  orgId: string,
): Promise<Observations['login']> => {
  if (!secretKey) return { outcome: 'secretKeyMissing' };
  try {
    const access = await store.inTenant(orgId, (tenant) => readAccess(tenant, orgId, secretKey));
    if (!access) return { outcome: 'notConnected' };
    const connection = openConnection(access, { now, patience });
    return { outcome: 'in', org: await lookAround(connection, await enterOrg(connection, now)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return { outcome: 'refused', message: salesforceErrorOf(error).message };
  }
};

/**
 * Looks at an org's set-up from both sides, the registration and the org itself, and says what is missing.
 * @throws AppError `storeUnavailable` when the database does not answer
 */
export const checkSetup = async (parts: SetupCheckParts, orgId: string): Promise<Finding[]> => {
  const { store, now } = parts;
  const [organization, login, mail] = await Promise.all([
    findOrganization(store, orgId),
    logIn(parts, orgId),
    measureMailCapture(store, orgId, now()),
  ]);
  return findingsOf({
    ...{ login, mail, now: now() },
    certificateExpiries: (organization?.keys ?? []).map(({ expiresAt }) => new Date(expiresAt)),
    hasSecondFactor: !!organization?.secondFactorHash,
  });
};
