import { unwrap } from 'lwc';
import { z } from 'zod/mini';
import { login, session } from './session.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Provisioned = { data: unknown; error: unknown };
type Emit = (value: Provisioned) => void;

/** What the platform throws when Apex throws. */
class ApexFault extends Error {
  readonly body: { message: string };
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
    this.body = { message };
  }
}

const fault = z.object({ message: z.string() });

async function invoke(method: string, parameters: Parameters): Promise<unknown> {
  const send = () =>
    fetch(`/preview/apex/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(parameters),
    });
  let answer = await send();
  if (answer.status === 401) {
    await login(session.user.id);
    answer = await send();
  }
  const body: unknown = await answer.json();
  if (answer.ok) return body;
  throw new ApexFault(answer.status, fault.safeParse(body).data?.message ?? '');
}

const refreshers = new WeakMap<object, () => Promise<void>>();

/** Asks again for what a wire provisioned; resolves once the component has the new value. */
export function refreshApex(provisioned: unknown): Promise<void> {
  const value: unknown = unwrap(provisioned);
  const refresh = typeof value === 'object' && value !== null ? refreshers.get(value) : undefined;
  return refresh?.() ?? Promise.resolve();
}

/** An Apex method as components import it: call it, or use it as a wire adapter. */
export function apexMethod(method: string, cacheable: boolean) {
  const read = (parameters: Parameters = {}) => invoke(method, parameters);
  return cacheable ? Object.assign(read, { adapter: wireAdapter(method) }) : read;
}

function wireAdapter(method: string) {
  return class ApexWire {
    readonly #emit: Emit;
    #parameters: Parameters | undefined;
    #connected = false;
    #latest = 0;

    constructor(emit: Emit) {
      this.#emit = emit;
      this.provide({ data: undefined, error: undefined });
    }

    connect(): void {
      this.#connected = true;
      void this.load();
    }

    /** What is still on its way comes to nobody. */
    disconnect(): void {
      this.#connected = false;
      this.#latest++;
    }

    /** As on the platform nothing is asked while a parameter is undefined. */
    update(parameters: Parameters): void {
      const complete = Object.values(parameters).every((value) => value !== undefined);
      this.#parameters = complete ? parameters : undefined;
      void this.load();
    }

    private async load(): Promise<void> {
      if (!this.#connected || this.#parameters === undefined) return;
      const number = ++this.#latest;
      const value = await invoke(method, this.#parameters).then(
        (data): Provisioned => ({ data, error: undefined }),
        (error: unknown): Provisioned => ({ data: undefined, error }),
      );
      if (number === this.#latest) this.provide(value);
    }

    private provide(value: Provisioned): void {
      refreshers.set(value, () => this.load());
      this.#emit(value);
    }
  };
}
