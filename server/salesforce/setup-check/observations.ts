/** What was looked up; without a value the org refused, in these words. */
export interface Looked<Value> {
  value?: Value;
  refused?: string;
}

/** What is seen from inside an org, as the integration user. */
export interface OrgObservations {
  username: string;
  /** Seconds by which the org's clock is ahead of the service's. */
  skewSeconds: number;
  /** Active users with the permission sets, the integration user not counted. */
  assigned: Looked<{ reps: number; managers: number; admins: number }>;
  hasIntegrationSet: Looked<boolean>;
  /** Own fields, such as `Task.Inspire_Key__c`, that the integration user does not see or may not fill in. */
  hiddenFields: Looked<string[]>;
  /** Objects of which sharing may hide records from the integration user. */
  partlySeen: Looked<string[]>;
  /** Active users, those with a manager, and those with a role. */
  people: Looked<{ people: number; managed: number; placed: number }>;
}

export interface Observations {
  now: Date;
  /** Of the registered certificates. */
  certificateExpiries: readonly Date[];
  hasSecondFactor: boolean;
  login:
    | { outcome: 'notConnected' | 'secretKeyMissing' }
    | { outcome: 'refused'; message: string }
    | { outcome: 'in'; org: OrgObservations };
  /** Active users, and those of whom mail of the last 30 days is in the org; undefined before the first load is complete. */
  mail: { people: number; captured: number } | undefined;
}
