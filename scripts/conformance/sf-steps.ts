import { z } from 'zod';

/** One command of the sf CLI, and what it must show: as JSON, or in the table that a person sees. */
export interface Step {
  name: string;
  args: string[];
  shows: z.ZodType | RegExp;
}

/** What the commands are given: a login of each kind, and files. */
export interface Given {
  url: string;
  username: string;
  clientId: string;
  keyFile: string;
  importFile: string;
  exportFile: string;
}

export const IMPORTED = 250;
const org = ['--target-org', 'by-jwt'];
const id = z.string().length(18);
const queried = (shape: z.ZodRawShape): z.ZodType =>
  z.object({ totalSize: z.literal(1), done: z.literal(true), records: z.tuple([z.looseObject(shape)]) });

/** In the order in which they are run: each login first, the record before the query that finds it. */
export const stepsWith = (given: Given): readonly Step[] => [
  ...logins(given),
  ...records(given),
  ...bulk(given),
  ...aboutTheOrg(given),
];

const logins = (given: Given): Step[] => [
  {
    name: 'org login access-token',
    args: ['org', 'login', 'access-token', '--instance-url', given.url, '--no-prompt', '--alias', 'by-token'],
    shows: z.looseObject({ username: z.literal(given.username), orgId: id }),
  },
  {
    name: 'org login jwt',
    args: [
      ...['org', 'login', 'jwt', '--instance-url', given.url, '--username', given.username],
      ...['--client-id', given.clientId, '--jwt-key-file', given.keyFile, '--alias', 'by-jwt'],
    ],
    shows: z.looseObject({ username: z.literal(given.username), orgId: id }),
  },
];

const records = (given: Given): Step[] => [
  {
    name: 'data create record',
    args: [
      'data',
      'create',
      'record',
      '--sobject',
      'Account',
      '--values',
      "Name='Made by sf' NumberOfEmployees=7",
      ...org,
    ],
    shows: z.looseObject({ id, success: z.literal(true) }),
  },
  {
    name: 'data query',
    args: [
      'data',
      'query',
      '--query',
      "SELECT Id, NumberOfEmployees, Owner.Username FROM Account WHERE Name = 'Made by sf'",
      ...org,
    ],
    shows: queried({
      Id: id,
      NumberOfEmployees: z.literal(7),
      Owner: z.looseObject({ Username: z.literal(given.username) }),
    }),
  },
  {
    name: 'data query as a table',
    args: [
      ...['data', 'query', '--result-format', 'csv', '--query'],
      ...["SELECT Name, NumberOfEmployees, Owner.Username FROM Account WHERE Name = 'Made by sf'", ...org],
    ],
    shows: new RegExp(`^Name,NumberOfEmployees,Owner\\.Username\\nMade by sf,7,${given.username}$`, 'm'),
  },
  {
    name: 'data query of groups',
    args: [
      'data',
      'query',
      '--query',
      "SELECT COUNT(Id) many FROM Account WHERE Name = 'Made by sf'",
      ...org,
    ],
    shows: queried({ many: z.literal(1) }),
  },
];

const bulk = (given: Given): Step[] => [
  {
    name: 'data import bulk',
    args: [
      'data',
      'import',
      'bulk',
      '--sobject',
      'Account',
      '--file',
      given.importFile,
      '--wait',
      '5',
      ...org,
    ],
    shows: z.looseObject({
      processedRecords: z.literal(IMPORTED),
      successfulRecords: z.literal(IMPORTED),
      failedRecords: z.literal(0),
    }),
  },
  {
    name: 'data export bulk',
    args: [
      ...['data', 'export', 'bulk', '--query', "SELECT Id, Name FROM Account WHERE Name LIKE 'Imported %'"],
      ...['--output-file', given.exportFile, '--result-format', 'csv', '--wait', '5', ...org],
    ],
    shows: z.looseObject({ totalSize: z.literal(IMPORTED) }),
  },
];

const aboutTheOrg = (given: Given): Step[] => [
  {
    name: 'sobject list',
    args: ['sobject', 'list', '--sobject', 'all', ...org],
    shows: z.array(z.string()).refine((names) => names.includes('Account') && names.includes('BigTable__c')),
  },
  {
    name: 'org list limits',
    args: ['org', 'list', 'limits', ...org],
    shows: z
      .array(z.looseObject({ name: z.string(), max: z.number(), remaining: z.number() }))
      .refine((limits) => limits.some(({ name }) => name === 'DailyApiRequests')),
  },
  {
    name: 'org display',
    args: ['org', 'display', ...org],
    shows: z.looseObject({ username: z.literal(given.username), connectedStatus: z.literal('Connected') }),
  },
];

/** What is wrong with the output of a command: null if it shows what it must. */
export function faultOf({ shows }: Step, output: string): string | null {
  if (shows instanceof RegExp) return shows.test(output) ? null : `not shown: ${output.trim().slice(0, 200)}`;
  const parsed = answer.safeParse(parseJson(output));
  if (!parsed.success) return `no JSON came: ${output.trim().slice(0, 200)}`;
  const { status, result, message } = parsed.data;
  if (status !== 0) return message ?? `ended with status ${status}`;
  const shown = shows.safeParse(result);
  return shown.success ? null : z.prettifyError(shown.error);
}

const answer = z.object({
  status: z.number(),
  result: z.unknown().optional(),
  message: z.string().optional(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
