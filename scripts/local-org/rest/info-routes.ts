import type { Route } from './call.ts';
import { rootOf } from './call.ts';
import type { ApiUsage } from './limits.ts';

/** Resources of a version, and limits. */
export const infoRoutes = (usage: ApiUsage, identityUrl: (userId: string) => string): readonly Route[] => [
  {
    method: 'GET',
    pattern: '',
    handle: (call) => {
      const names = ['composite', 'jobs', 'limits', 'query', 'queryAll', 'sobjects'];
      const resources = Object.fromEntries(names.map((name) => [name, `${rootOf(call)}/${name}`]));
      return { status: 200, body: { ...resources, identity: identityUrl(call.access.userId) } };
    },
  },
  { method: 'GET', pattern: 'limits', handle: () => ({ status: 200, body: usage.limits() }) },
];
