import { Connection } from 'jsforce';
import { SalesforceError } from '../problem.ts';
import type { Access } from './credential.ts';
import { logIn, type Session } from './log-in.ts';
import { defaultPatience, transportOf } from './transport.ts';

export const apiVersion = '65.0';

/** Calls of the last 24 hours against the org's limit, as its last answer told. */
export interface ApiUsage {
  used: number;
  limit: number;
}

/** One org, as the service's integration user. Logs in when first needed and when the token has expired. */
export interface OrgConnection {
  orgId: string;
  /** Records and queries. Every request is sent once; trying again is the caller's. */
  jsforce: Connection;
  /** An answer as a stream. @throws SalesforceError `signedOut`; any other status is the caller's to read */
  open(path: string, signal?: AbortSignal): Promise<Response>;
  /** Milliseconds after which an answer that is not complete counts as lost. */
  patience: number;
  usage(): ApiUsage | undefined;
}

interface Clock {
  now: () => Date;
  /** Milliseconds after which an answer counts as lost; two minutes if not set. */
  patience?: number;
}

/** A token that is refused so often within a minute of its renewal will be refused for ever. */
const renewalsAtMost = 3;
const minute = 60_000;

/** Renews once for all who wait, and gives up on an org that refuses every token. */
const renewing = (access: Access, { now, patience = defaultPatience }: Clock) => {
  const renewals: number[] = [];
  let running: Promise<Session> | undefined;
  const renew = async (): Promise<Session> => {
    const recent = renewals.filter((at) => at > now().getTime() - minute);
    if (recent.length >= renewalsAtMost)
      throw signedOut(access, 'It refuses every token right after giving it out.');
    renewals.splice(0, renewals.length, ...recent, now().getTime());
    try {
      return await logIn(access, now(), patience);
    } catch (cause) {
      throw signedOut(access, Error.isError(cause) ? cause.message : String(cause), cause);
    }
  };
  return (): Promise<Session> => {
    running ??= renew().finally(() => (running = undefined));
    return running;
  };
};

const signedOut = ({ orgId, loginUrl }: Access, said: string, cause?: unknown): SalesforceError =>
  new SalesforceError(
    'signedOut',
    `The org ${orgId} does not let the service in at ${loginUrl}: ${said}`,
    cause,
  );

/** @throws nothing: whether the org lets the service in is seen with the first call */
export const openConnection = (access: Access, clock: Clock): OrgConnection => {
  const { orgId, instanceUrl } = access;
  const { patience = defaultPatience } = clock;
  const renew = renewing(access, clock);
  const connection = new Connection({
    instanceUrl,
    version: apiVersion,
    refreshFn: (_connection, done) => {
      renew().then(
        ({ accessToken }) => void done(null, accessToken),
        (error: unknown) => void done(Error.isError(error) ? error : new Error(String(error))),
      );
    },
  });
  connection._transport = transportOf(patience);
  const get = (path: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${instanceUrl}${path}`, {
      headers: { authorization: `Bearer ${connection.accessToken ?? ''}` },
      ...(signal && { signal }),
    });
  return {
    orgId,
    jsforce: connection,
    patience,
    usage: () => connection.limitInfo.apiUsage,
    open: async (path, signal) => {
      const response = await get(path, signal);
      if (response.status !== 401) return response;
      await response.body?.cancel();
      connection.accessToken = (await renew()).accessToken;
      return get(path, signal);
    },
  };
};
