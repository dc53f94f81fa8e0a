import { AppError } from '../../errors.ts';
import type { Tenant } from '../../store/index.ts';
import { dueIds, type Enrollment, lockDue, lockEnrollments } from '../enrollments/rows.ts';
import { lookAgain } from '../enrollments/save.ts';
import type { EngineParts, TurnParts } from './parts.ts';
import { planEnrollments } from './plan-enrollments.ts';
import { refreshFromMirror } from './refresh.ts';

/** Planned in one transaction; many more would hold it open for long. */
const plannedAtATime = 200;

/** An enrolment that can not be planned rests for so long, so that it does not hold up the others. */
const restMs = 900_000;

const planLocked = async (
  { now, factConfigurationOf }: EngineParts,
  tenant: Tenant,
  orgId: string,
  enrollments: readonly Enrollment[],
): Promise<number> => {
  if (enrollments.length === 0) return 0;
  const configuration = await factConfigurationOf(orgId);
  const inHand = await refreshFromMirror(tenant, orgId, enrollments, { configuration, now: now() });
  await planEnrollments(tenant, orgId, inHand, now(), { isFresh: true });
  return enrollments.length;
};

/** Finds the one that can not be planned: it rests, the others go on. */
const planApart = async (parts: TurnParts, orgId: string): Promise<number> => {
  const { store, now, onFault } = parts;
  const at = now();
  const ids = await store.inTenant(orgId, (tenant) => dueIds(tenant, orgId, at, plannedAtATime));
  for (const id of ids)
    try {
      await store.atLength(orgId, async (tenant) =>
        planLocked(parts, tenant, orgId, await lockEnrollments(tenant, orgId, [id])),
      );
    } catch (error) {
      if (error instanceof AppError) throw error;
      onFault({ enrollment: id }, error);
      await store.inTenant(orgId, (tenant) =>
        lookAgain(tenant, orgId, [id], new Date(at.getTime() + restMs)),
      );
    }
  return ids.length;
};

/** Plans what is to be looked at. @returns how many were planned */
export const planDue = async (parts: TurnParts, orgId: string): Promise<number> => {
  try {
    return await parts.store.atLength(orgId, async (tenant) =>
      planLocked(parts, tenant, orgId, await lockDue(tenant, orgId, parts.now(), plannedAtATime)),
    );
  } catch (error) {
    if (error instanceof AppError) throw error;
    return planApart(parts, orgId);
  }
};
