import { z } from 'zod';
import type { Call } from '../rest/call.ts';
import type { FaultName, FaultPlan } from './plan.ts';

/** What a fault is drawn for. */
export type Target = Pick<Call, 'method' | 'path' | 'body' | 'upload'>;

const requests = z.object({ compositeRequest: z.array(z.object({ method: z.string() })) });

const isQuery = ({ method, path }: Target): boolean => method === 'GET' && /^query(All)?(\/|$)/i.test(path);
const isComposite = ({ method, path }: Target): boolean => method === 'POST' && path === 'composite';
const isResult = ({ path }: Target): boolean => /^jobs\/query\/[^/]+\/results$/i.test(path);

function isSave(target: Target): boolean {
  if (target.method === 'GET' || target.upload) return false;
  if (!isComposite(target)) return /^(sobjects|composite)\//.test(target.path);
  const { data } = requests.safeParse(target.body);
  return data?.compositeRequest.some(({ method }) => method.toUpperCase() !== 'GET') ?? false;
}

const FITS: Partial<Record<FaultName, (target: Target) => boolean>> = {
  rowLock: isSave,
  duplicateDelivery: isSave,
  invalidJson: (target) => !isResult(target),
  pageMissing: (target) => isQuery(target) || isComposite(target),
  wrongType: (target) => isQuery(target) || isComposite(target),
};

/** Whether the fault can befall the request at all: a read has no rows to lock. */
export const fits = (name: FaultName, target: Target): boolean => FITS[name]?.(target) ?? true;

/** Whether the plan means this request. */
export const isMeant = ({ paths, methods }: FaultPlan, { method, path }: Target): boolean =>
  (paths?.some((start) => path.startsWith(start.replace(/^\/+/, ''))) ?? true) &&
  (methods?.includes(method) ?? true);
