import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const count = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const postgresUrl = z
  .string()
  .regex(/^postgres(?:ql)?:\/\//, 'begins with postgres:// or postgresql://')
  .optional();

/** Every setting that is no secret. The description of each is what README's table says. */
const configSchema = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 inside a container.'),
  PORT: port(3001).describe('Port that Salesforce calls.'),
  METRICS_PORT: port(3002).describe('Port of the Prometheus metrics; never open it to the outside.'),
  AUDIENCE: z
    .string()
    .min(1)
    .max(200)
    .default('be-inspired')
    .describe('Audience that signatures must name; the same value is set in the org.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least severe log line that is written.'),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('Number of proxies in front whose X-Forwarded-For is believed.'),
  ADDRESS_REQUESTS_PER_MINUTE: count(12_000, 10_000_000).describe(
    'Requests a minute from one address before the signature is looked at; whole orgs share addresses.',
  ),
  USER_REQUESTS_PER_MINUTE: count(120, 1_000_000).describe('Requests a minute from one user of one org.'),
  SNAPSHOT_MEMORY_MB: count(768, 65_536).describe(
    'Memory for the published libraries of all orgs; the least recently used org is dropped and loaded again.',
  ),
  STATE_DIR: z
    .string()
    .min(1)
    .default('.state')
    .describe('Folder of the built-in PostgreSQL, used when DATABASE_URL is not set.'),
  DRAIN_SECONDS: z.coerce
    .number()
    .min(0)
    .max(120)
    .default(0)
    .describe(
      'How long /ready says no before connections are refused; what a load balancer needs to notice.',
    ),
  SHUTDOWN_SECONDS: count(20, 600).describe(
    'How long requests in flight may take to finish when the service stops.',
  ),
  ROLE: z
    .enum(['web', 'all'])
    .default('all')
    .describe('What this process does: answer orgs (web), or also keep them in step (all).'),
  SYNC_API_SHARE: z.coerce
    .number()
    .min(0.01)
    .max(1)
    .default(0.5)
    .describe(
      'Share of the API calls that an org may make in 24 hours, by whomever, at which the service waits.',
    ),
  LOCAL_ORG: z
    .enum(['refuse', 'accept'])
    .default('refuse')
    .describe('Whether the local org of "npm start" is served; only scripts/start.ts sets it.'),
});

/** What must not be printed: connection strings carry passwords. */
const secretsSchema = z.object({
  DATABASE_URL: postgresUrl.describe(
    'PostgreSQL, as the role of the application, which owns nothing. Without it the built-in PostgreSQL is used.',
  ),
  DATABASE_OWNER_URL: postgresUrl.describe(
    'PostgreSQL, as the role that owns the tables; only migrations use it.',
  ),
  SALESFORCE_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'is 32 bytes in base64')
    .optional()
    .describe(
      'Encrypts what the service logs in to orgs with; 32 bytes in base64 (openssl rand -base64 32). Without it no org is kept in step.',
    ),
  DATABASE_DIRECT_URL: postgresUrl.describe(
    'PostgreSQL without a transaction pooler in between, for LISTEN; DATABASE_URL if not set.',
  ),
});

const environmentSchema = z
  .object({ ...configSchema.shape, ...secretsSchema.shape })
  .refine((env) => !env.DATABASE_URL || env.DATABASE_OWNER_URL, {
    path: ['DATABASE_OWNER_URL'],
    message: 'is needed beside DATABASE_URL',
  });

export type Config = Readonly<z.infer<typeof configSchema>>;
export type Secrets = Readonly<z.infer<typeof secretsSchema>>;

export interface Setting {
  name: string;
  meaning: string;
  /** What holds when it is not set; absent for optional settings. */
  fallback?: string;
  secret: boolean;
}

const describeAll = (shape: Readonly<Record<string, z.ZodType>>, secret: boolean): Setting[] =>
  Object.entries(shape).map(([name, field]) => {
    const value = field.safeParse(undefined).data;
    return {
      name,
      meaning: field.description ?? '',
      secret,
      ...(value === undefined ? {} : { fallback: typeof value === 'string' ? value : JSON.stringify(value) }),
    };
  });

/** Every setting with its meaning, in the order of README's table, which is generated from this. */
export const settings: readonly Setting[] = [
  ...describeAll(configSchema.shape, false),
  ...describeAll(secretsSchema.shape, true),
];

/** All faults of the environment at once, each with the meaning of the setting; values of secrets are left out. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const describeFault = (issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string => {
  const name = String(issue.path[0]);
  const setting = settings.find((candidate) => candidate.name === name);
  const value = environment[name];
  const shown = setting?.secret || value === undefined ? '' : ` (is "${value}")`;
  return `  ${name}: ${issue.message}${shown}. ${setting?.meaning ?? ''}`;
};

/**
 * Reads the environment; empty variables count as not set.
 * @throws ConfigError naming every wrong setting, its value and its meaning
 */
export const readConfig = (
  environment: NodeJS.ProcessEnv = process.env,
): { config: Config; secrets: Secrets } => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => describeFault(issue, environment));
    throw new ConfigError(`The settings have ${faults.length} fault(s):\n${faults.join('\n')}`);
  }
  return {
    config: Object.freeze(configSchema.parse(parsed.data)),
    secrets: Object.freeze(secretsSchema.parse(parsed.data)),
  };
};
