import type { ApexMethod, Call } from './apex-source.ts';

/** Something that a transaction does and that depends on the order: changes of records, and callouts. */
export interface Deed {
  kind: 'change' | 'callout';
  place: string;
}

const changing = /^(insert|update|upsert|delete|undelete|merge|convertLead|setSavepoint)(Immediate|Async)?$/i;

function deedOf(method: ApexMethod, { target, name, line }: Call): Deed[] {
  const place = `${method.file}:${line}`;
  if (target === 'DML') return [{ kind: 'change', place }];
  if (/^(System\.)?Database$/i.test(target) && changing.test(name)) return [{ kind: 'change', place }];
  if (/^newHttp\(\)$/i.test(target) && /^send$/i.test(name)) return [{ kind: 'callout', place }];
  return [];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The methods that a call may mean. A variable's type is not known here, so that every method of the name counts. */
function calledBy(method: ApexMethod, { target, name }: Call, all: readonly ApexMethod[]): ApexMethod[] {
  const named = all.filter((each) => same(each.name, name));
  if (name.startsWith('new ')) return named;
  if (target === '' || same(target, 'this'))
    return named.filter((each) => each.className === method.className);
  const ofClass = all.filter((each) => same(each.className, target));
  return ofClass.length > 0 ? ofClass.filter((each) => same(each.name, name)) : named;
}

/** Everything a method does with all it calls, in order. */
export function deedsOf(
  method: ApexMethod,
  all: readonly ApexMethod[],
  active: readonly ApexMethod[] = [],
): Deed[] {
  if (active.includes(method)) return [];
  return method.calls.flatMap((call) => {
    const own = deedOf(method, call);
    if (own.length > 0) return own;
    return calledBy(method, call, all).flatMap((callee) => deedsOf(callee, all, [...active, method]));
  });
}
