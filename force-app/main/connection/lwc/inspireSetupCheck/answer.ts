/** The answer of the `setupCheck` operation. A test holds it to the service's schema. */
export interface SetupCheck {
  findings: Finding[];
}

export interface Finding {
  check: string;
  state: 'ok' | 'warning' | 'missing' | 'unknown';
  code: string;
  values: Value[];
}

export type Value = string | number | { day: string } | { share: number } | { list: string[] };
