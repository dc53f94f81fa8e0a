import type { z } from 'zod';
import type { Caller } from '../../http/signature/claims.ts';
import { defineRoute, type Route, type SignedCall } from '../../http/route.ts';
import { type Store, useToken } from '../../store/index.ts';
import type { Draft } from '../configuration/drafts.ts';
import { listDrafts } from '../configuration/list-drafts.ts';
import { listPublished } from '../configuration/list-published.ts';
import {
  type Administration,
  type Author,
  publishDrafts,
  readAdministration,
  rollBack,
  saveDrafts,
} from '../configuration/index.ts';
import {
  mostListed,
  publishAnswerSchema,
  publishInputSchema,
  readAnswerSchema,
  readInputSchema,
  rollBackAnswerSchema,
  rollBackInputSchema,
  saveAnswerSchema,
  saveInputSchema,
} from './configuration-schemas.ts';

export interface ConfigurationParts {
  store: Store;
  /** Called after a publication, so that this process serves it from the next request on. */
  onPublished: (orgId: string) => Promise<unknown>;
}

const useUp = (store: Store, { orgId, tokenId, tokenExpiresAt }: Caller): Promise<void> =>
  store.inTenant(orgId, (tenant) => useToken(tenant, orgId, tokenId, tokenExpiresAt));

const authorOf = ({ caller, input }: SignedCall<{ note: string }>): Author => ({
  orgId: caller.orgId,
  userId: caller.userId,
  note: input.note,
});

const shapeDiff = ({ changes, faults, warnings }: Administration['dryRun']) => ({
  changes: changes.slice(0, mostListed),
  faults: faults.slice(0, mostListed),
  warnings: warnings.slice(0, mostListed),
  counts: { changes: changes.length, faults: faults.length, warnings: warnings.length },
});

const shapeDraft = ({ value, savedAt, ...draft }: Draft) => ({
  ...draft,
  value: value && { ...value },
  savedAt: savedAt.toISOString(),
});

const shapeAdministration = ({ drafts, publications, dryRun, publication, revision }: Administration) => ({
  publication,
  revision,
  diff: shapeDiff(dryRun),
  draftCount: drafts.length,
  publications: publications.map(({ publishedAt, ...one }) => ({
    ...one,
    publishedAt: publishedAt.toISOString(),
  })),
});

type Called<Schema extends z.ZodType> = SignedCall<z.output<Schema>>;

const read = async ({ caller, input }: Called<typeof readInputSchema>, { store }: ConfigurationParts) => {
  const [administration, published, drafts] = await Promise.all([
    readAdministration(store, caller.orgId),
    listPublished(store, caller.orgId, input),
    listDrafts(store, caller.orgId, input),
  ]);
  const entries = published.map((entry) => ({ ...entry, value: { ...entry.value } }));
  return { ...shapeAdministration(administration), published: entries, drafts: drafts.map(shapeDraft) };
};

const save = async ({ caller, input }: Called<typeof saveInputSchema>, { store }: ConfigurationParts) => {
  await useUp(store, caller);
  const { revision, ...drafts } = input;
  return { answer: await saveDrafts(store, caller.orgId, caller.userId, drafts, revision), writes: [] };
};

const publish = async (call: Called<typeof publishInputSchema>, parts: ConfigurationParts) => {
  await useUp(parts.store, call.caller);
  const answer = await publishDrafts(parts.store, authorOf(call), call.input.revision);
  await parts.onPublished(call.caller.orgId);
  return { answer, writes: [] };
};

const back = async (call: Called<typeof rollBackInputSchema>, parts: ConfigurationParts) => {
  await useUp(parts.store, call.caller);
  const answer = await rollBack(parts.store, authorOf(call), call.input.to, call.input.revision);
  await parts.onPublished(call.caller.orgId);
  return { answer, writes: [] };
};

const admin = { permission: 'Inspire_Admin' } as const;

/** How admins shape the matching: drafts, publications, and the way back. */
export const configurationRoutes = (parts: ConfigurationParts): Route[] => [
  defineRoute({
    ...admin,
    path: '/v1/configuration',
    operation: 'configuration',
    mode: 'read',
    summary: 'What is live, what waits as drafts, and what publishing them would change',
    input: readInputSchema,
    answer: readAnswerSchema,
    handle: (call) => read(call, parts),
  }),
  defineRoute({
    ...admin,
    path: '/v1/configuration/drafts',
    operation: 'saveDrafts',
    mode: 'write',
    summary: 'Save drafts; nothing of it is live',
    input: saveInputSchema,
    answer: saveAnswerSchema,
    handle: (call) => save(call, parts),
  }),
  defineRoute({
    ...admin,
    path: '/v1/configuration/publications',
    operation: 'publishDrafts',
    mode: 'write',
    summary: 'Publish all drafts, or none if one has a fault',
    input: publishInputSchema,
    answer: publishAnswerSchema,
    handle: (call) => publish(call, parts),
  }),
  defineRoute({
    ...admin,
    path: '/v1/configuration/roll-back',
    operation: 'rollBack',
    mode: 'write',
    summary: 'Bring the state after a former publication back, as a new one',
    input: rollBackInputSchema,
    answer: rollBackAnswerSchema,
    handle: (call) => back(call, parts),
  }),
];
