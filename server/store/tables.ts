import type { ColumnType, Generated, JSONColumnType, Transaction } from 'kysely';

/** Set by the database, never changed afterwards. */
type CreatedAt = ColumnType<Date, Date | undefined, never>;

/** A key that an org signs with. At most two are active, so that a certificate can be renewed without a gap. */
export interface OrganizationKey {
  /** SubjectPublicKeyInfo, PEM. */
  pem: string;
  /** ISO 8601 instant after which the key no longer counts. */
  expiresAt: string;
  /** ISO 8601 instant. */
  addedAt: string;
}

export type OrganizationEnvironment = 'production' | 'sandbox' | 'local';

/** Every table but this one is a tenant's; of this one a tenant sees its own row. Written by the owner role only. */
interface OrganizationTable {
  org_id: string;
  name: string;
  environment: OrganizationEnvironment;
  keys: JSONColumnType<OrganizationKey[]>;
  /** SHA-256 of the second factor, base64url. */
  second_factor_hash: string | null;
  created_at: CreatedAt;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

interface UsedTokenTable {
  org_id: string;
  token_id: string;
  expires_at: Date;
}

interface AnsweredRequestTable {
  org_id: string;
  user_id: string;
  operation: string;
  idempotency_key: string;
  /** SHA-256 of the request's body, base64url. */
  body_hash: string;
  answer: ColumnType<unknown, string | null, string>;
  created_at: CreatedAt;
}

export type ReactionKind = 'used' | 'shared' | 'dismissed';

interface SuggestionReactionTable {
  org_id: string;
  id: string;
  user_id: string;
  record_id: string;
  item_id: string;
  item_version: number;
  kind: ReactionKind;
  reason: string | null;
  /** First civil day on which a dismissed item may come back. */
  show_again_on: string | null;
  note: string | null;
  created_at: CreatedAt;
  undone_at: Date | null;
}

interface AuditTable {
  org_id: string;
  id: string;
  at: CreatedAt;
  user_id: string;
  /** What was done, such as `configuration.publish`. */
  action: string;
  /** Names and numbers of what was touched; no customer text. */
  detail: JSONColumnType<object>;
}

export const configurationKinds = [
  'item',
  'rule',
  'stage',
  'factSource',
  'cadence',
  'workingCalendar',
  'cadenceSettings',
] as const;

export type ConfigurationKind = (typeof configurationKinds)[number];

/** Counts up with every write, so that two admins cannot overwrite each other unseen. */
interface ConfigurationStateTable {
  org_id: string;
  publication: number;
  revision: number;
}

/** Every version that was ever published. Rows are never changed. */
interface ConfigurationEntryTable {
  org_id: string;
  kind: ConfigurationKind;
  key: string;
  version: number;
  /** Without the body of an item. */
  content: JSONColumnType<Record<string, unknown>>;
  body: string | null;
  open_blanks: number;
  /** SHA-256 of content and body in canonical form, base64url. */
  digest: string;
}

/** Which version is live. What was withdrawn stays as a row, so that changes can be asked for. */
interface ConfigurationCurrentTable {
  org_id: string;
  kind: ConfigurationKind;
  key: string;
  version: number;
  retired: boolean;
  /** The publication that last changed this row. */
  publication: number;
}

interface ConfigurationPublicationTable {
  org_id: string;
  number: number;
  published_by: string;
  published_at: CreatedAt;
  note: string;
  /** The publication whose state was brought back. */
  rolled_back_to: number | null;
}

interface ConfigurationChangeTable {
  org_id: string;
  publication: number;
  kind: ConfigurationKind;
  key: string;
  version: number;
  retired: boolean;
}

interface ConfigurationDraftTable {
  org_id: string;
  kind: ConfigurationKind;
  key: string;
  /** Null asks for the entry to be retired. */
  content: JSONColumnType<Record<string, unknown> | null, string | null, string | null>;
  saved_by: string;
  saved_at: Generated<Date>;
}

/** How the service reaches an org. Written by the owner role; the application notes how it goes. */
interface SalesforceConnectionTable {
  org_id: string;
  instance_url: string;
  login_url: string;
  client_id: string;
  /** The integration user, for the JWT bearer flow. */
  username: string | null;
  /** The credential, encrypted for this org. */
  sealed_secret: string;
  problem: ColumnType<unknown, string | null, string | null>;
  api_calls: ColumnType<unknown, string | null, string | null>;
  connected_at: Date;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

interface SyncStateTable {
  org_id: string;
  sobject: string;
  phase: 'waiting' | 'loading' | 'live';
  bulk_job: string | null;
  locator: string | null;
  rows_loaded: number;
  rows_expected: number | null;
  cursor_at: ColumnType<Date | null, string | null, string | null>;
  cursor_since: Date | null;
  last_synced_at: Date | null;
  missing_fields: ColumnType<unknown, string, string>;
  problem: ColumnType<unknown, string | null, string | null>;
}

export type OutboxState = 'waiting' | 'parked' | 'done' | 'withdrawn';

/** One row for each row in Salesforce that the service writes: what it is to say, and how far that is. */
interface OutboxWriteTable {
  org_id: string;
  id: string;
  sobject: string;
  /** `Inspire_Key__c` of the row in Salesforce. */
  key: string;
  record_id: string | null;
  fields: ColumnType<unknown, string, string>;
  /** Nothing is made for it that is not there yet. */
  cancelled: Generated<boolean>;
  /** Values by field that are ours in Salesforce; null until something was sent. */
  written: ColumnType<unknown, string | null, string | null>;
  /** Counts up with every change of what it is to say. */
  revision: Generated<number>;
  state: Generated<OutboxState>;
  attempts: Generated<number>;
  next_attempt_at: ColumnType<Date, Date | undefined, Date>;
  /** Whose it is until `claimed_until`. */
  claim: string | null;
  claimed_until: Date | null;
  problem: ColumnType<unknown, string | null, string | null>;
  created_at: CreatedAt;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface Database {
  organization: OrganizationTable;
  used_token: UsedTokenTable;
  answered_request: AnsweredRequestTable;
  suggestion_reaction: SuggestionReactionTable;
  audit: AuditTable;
  configuration_state: ConfigurationStateTable;
  configuration_entry: ConfigurationEntryTable;
  configuration_current: ConfigurationCurrentTable;
  configuration_publication: ConfigurationPublicationTable;
  configuration_change: ConfigurationChangeTable;
  configuration_draft: ConfigurationDraftTable;
  salesforce_connection: SalesforceConnectionTable;
  sync_state: SyncStateTable;
  outbox_write: OutboxWriteTable;
}

/** A transaction that sees one org. */
export type Tenant = Transaction<Database>;
