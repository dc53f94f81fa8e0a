import type { Records } from '../records/index.ts';
import type { Access } from '../sharing/access.ts';

/** A REST call below `/services/data/vXX.X`; also one inside a composite request. */
export interface Call {
  method: string;
  /** Below the version, without a slash at either end: `sobjects/Account/001…`. */
  path: string;
  /** `65.0` */
  version: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or undefined without a body. */
  body: unknown;
  /** The body as it arrives, where it is not JSON. */
  upload: AsyncIterable<Buffer> | null;
  access: Access;
  /** Those of this call's transaction, where a composite request made one. */
  records: Records;
}

/** What a call is answered with. */
export interface Reply {
  status: number;
  /** JSON; nothing at all where it is undefined. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Raw bytes instead of JSON. */
  bytes?: Buffer;
  /** Text that is sent a piece at a time. */
  stream?: AsyncIterable<string>;
  /** Share of the answer after which the connection breaks; 0: before anything is sent. */
  brokenAt?: number;
}

/** `/services/data/v65.0`, with which addresses in answers begin. */
export const rootOf = ({ version }: Pick<Call, 'version'>): string => `/services/data/v${version}`;

/** What a route's pattern caught from the path, by name. */
export type Parameters = Readonly<Record<string, string>>;
type Handler = (call: Call, parameters: Parameters) => Promise<Reply> | Reply;

/** One address with its methods; `:name` catches one part of the path, a last `*name` the rest. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'HEAD';
  pattern: string;
  handle: Handler;
}
