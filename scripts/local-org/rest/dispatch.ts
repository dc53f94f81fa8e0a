import { notFound, SalesforceError } from '../errors.ts';
import type { Call, Parameters, Reply, Route } from './call.ts';

export type Dispatch = (call: Call) => Promise<Reply>;

/** Finds the route of a call and runs it; faults become replies, so that composite requests can carry them. */
export function createDispatch(routes: readonly Route[]): Dispatch {
  return async (call) => {
    try {
      return await dispatch(routes, call);
    } catch (error) {
      if (error instanceof SalesforceError) return faultReply(error);
      throw error;
    }
  };
}

/** `[{message, errorCode, fields?}]` with the status of the code. */
export const faultReply = (error: SalesforceError): Reply => ({
  status: error.status,
  body: [
    {
      message: error.message,
      errorCode: error.errorCode,
      ...(error.fields.length > 0 ? { fields: error.fields } : {}),
    },
  ],
});

async function dispatch(routes: readonly Route[], call: Call): Promise<Reply> {
  const method = call.query.get('_HttpMethod') ?? call.method;
  const matching = routes.flatMap((route) => {
    const parameters = match(route.pattern, call.path);
    return parameters ? [{ route, parameters }] : [];
  });
  const found = matching.find(
    ({ route }) => route.method === method || (method === 'HEAD' && route.method === 'GET'),
  );
  if (found) return found.route.handle(call, found.parameters);
  if (matching.length === 0) throw notFound();
  const allowed = matching.map(({ route }) => route.method).join(',');
  throw new SalesforceError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
  );
}

/** Names in the path match in any case, as `sobjects/account` does. */
function match(pattern: string, path: string): Parameters | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith('*')) {
      parameters[part.slice(1)] = given.slice(index).join('/');
      return given.length > index ? parameters : null;
    }
    const value = given[index];
    if (value === undefined) return null;
    if (part.startsWith(':')) parameters[part.slice(1)] = decoded(value);
    else if (part.toLowerCase() !== value.toLowerCase()) return null;
  }
  return wanted.length === given.length ? parameters : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}
