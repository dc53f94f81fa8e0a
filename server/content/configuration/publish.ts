import { AppError, type Fault } from '../../errors.ts';
import type { Store, Tenant } from '../../store/index.ts';
import { type Change, changesOf, planOf } from './changes.ts';
import { check } from './check.ts';
import { parseSet } from './checked-set.ts';
import { readLive } from './live.ts';
import {
  type Author,
  type ConfigurationState,
  lockConfiguration,
  makeLive,
  writeVersions,
} from './publication.ts';
import { type ConfigurationSet, placed, type PlacedSet } from './set.ts';

export interface PublishResult extends ConfigurationState {
  /** Empty when the set only repeats what is live; then nothing was published. */
  changes: Change[];
  warnings: Fault[];
}

/** What publishing would do. */
export interface DryRun {
  changes: Change[];
  faults: Fault[];
  warnings: Fault[];
}

/**
 * Publishes a set: all of it, or with any fault nothing.
 * @throws AppError `configurationInvalid` naming every fault by place; `organizationUnknown`; `storeUnavailable`
 */
export function publishConfiguration(
  store: Store,
  orgId: string,
  userId: string,
  set: ConfigurationSet | PlacedSet,
  note: string,
): Promise<PublishResult> {
  return store.atLength(orgId, async (tenant) => {
    const state = await lockConfiguration(tenant, orgId);
    return publishSet(tenant, { orgId, userId, note }, state, set);
  });
}

/** Publishes within a transaction that holds the configuration. */
export async function publishSet(
  tenant: Tenant,
  author: Author,
  state: ConfigurationState,
  given: ConfigurationSet | PlacedSet,
): Promise<PublishResult> {
  const { plan, faults, warnings } = await judge(tenant, author.orgId, given);
  refuse(faults);
  const changes = changesOf(plan);
  if (changes.length === 0) return { ...state, changes, warnings };
  const pointers = await writeVersions(tenant, author.orgId, plan);
  return { ...(await makeLive(tenant, author, state, pointers)), changes, warnings };
}

/** Says what publishing a set would change, and what is wrong with it. */
export function previewConfiguration(
  store: Store,
  orgId: string,
  set: ConfigurationSet | PlacedSet,
): Promise<DryRun> {
  return store.atLength(orgId, (tenant) => previewSet(tenant, orgId, set));
}

export async function previewSet(
  tenant: Tenant,
  orgId: string,
  set: ConfigurationSet | PlacedSet,
): Promise<DryRun> {
  const { plan, faults, warnings } = await judge(tenant, orgId, set);
  return { changes: changesOf(plan), faults, warnings };
}

async function judge(tenant: Tenant, orgId: string, given: ConfigurationSet | PlacedSet) {
  const { set, faults } = parseSet('entries' in given ? given : placed(given));
  const live = await readLive(tenant, orgId, set);
  const found = check(set, live);
  return { plan: planOf(set, live), faults: [...faults, ...found.faults], warnings: found.warnings };
}

export function refuse(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  const detail = `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}, the first: ${first.place}: ${first.message}.`;
  throw new AppError('configurationInvalid', detail, { faults });
}
