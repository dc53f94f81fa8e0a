import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import type { Records } from '../records/index.ts';
import type { SaveResult } from '../records/save.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { bodyAs } from './body.ts';
import type { Call, Reply, Route } from './call.ts';

const MAX_RECORDS = 200;
const node = z.looseObject({ attributes: z.looseObject({ type: z.string(), referenceId: z.string() }) });
type TreeNode = z.infer<typeof node>;
const tree = z.object({ records: z.array(node).min(1) });
const children = z.object({ records: z.array(node) });

interface Placed {
  referenceId: string;
  result: SaveResult;
}

/** Carries the results of a tree that is undone. */
class Failed extends Error {
  readonly placed: readonly Placed[];

  constructor(placed: readonly Placed[]) {
    super('failed');
    this.placed = placed;
  }
}

/** Records with their children, all or none. */
export const treeRoutes = (catalogue: Catalogue): readonly Route[] => [
  {
    method: 'POST',
    pattern: 'composite/tree/:object',
    handle: (call, { object = '' }) => createTree(call, catalogue, object),
  },
];

async function createTree(call: Call, catalogue: Catalogue, object: string): Promise<Reply> {
  const { records } = bodyAs(tree, call.body);
  try {
    const placed = await call.records.together(async (inside) => {
      const all = await plant(call, inside, catalogue, object, records, {});
      if (all.length > MAX_RECORDS)
        throw new SalesforceError('EXCEEDED_ID_LIMIT', `A tree holds at most ${MAX_RECORDS} records`);
      if (all.some(({ result }) => !result.success)) throw new Failed(all);
      return all;
    });
    const results = placed.map(({ referenceId, result }) => ({ referenceId, id: result.id }));
    return { status: 201, body: { hasErrors: false, results } };
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    const failed = error.placed.filter(({ result }) => !result.success);
    const results = failed.map(({ referenceId, result }) => ({ referenceId, errors: result.errors }));
    return { status: 400, body: { hasErrors: true, results } };
  }
}

/** A level of the tree, then what hangs on it. */
async function plant(
  call: Call,
  records: Records,
  catalogue: Catalogue,
  object: string,
  nodes: readonly TreeNode[],
  link: Record<string, string>,
): Promise<Placed[]> {
  const parts = nodes.map(({ attributes, ...rest }) => ({
    referenceId: attributes.referenceId,
    ...split(catalogue, object, rest),
  }));
  const results = await records.create(
    call.access,
    object,
    parts.map(({ fields }) => ({ ...fields, ...link })),
  );
  const placed = parts.map(({ referenceId }, index) => ({
    referenceId,
    result: results[index] ?? { id: null, success: false, errors: [] },
  }));
  for (const [index, { below }] of parts.entries()) {
    const id = placed[index]?.result.id;
    if (typeof id !== 'string') continue;
    for (const each of below)
      placed.push(...(await plant(call, records, catalogue, each.object, each.nodes, { [each.field]: id })));
  }
  return placed;
}

interface Below {
  object: string;
  field: string;
  nodes: TreeNode[];
}

/** Fields of a node, and its child relationships. */
function split(
  catalogue: Catalogue,
  object: string,
  given: Record<string, unknown>,
): { fields: Record<string, unknown>; below: Below[] } {
  const fields: Record<string, unknown> = {};
  const below: Below[] = [];
  for (const [name, value] of Object.entries(given)) {
    const relationship = catalogue.childRelationship(catalogue.object(object)?.name ?? '', name);
    const nested = relationship ? children.safeParse(value) : undefined;
    if (relationship && nested?.success)
      below.push({
        object: relationship.child.name,
        field: relationship.field.name,
        nodes: nested.data.records,
      });
    else fields[name] = value;
  }
  return { fields, below };
}
