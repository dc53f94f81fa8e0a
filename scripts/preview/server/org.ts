import { z } from 'zod';
import type { LocalOrg } from '../../local-org/index.ts';
import type { Sessions } from '../../local-org/oauth/sessions.ts';
import type { PreviewOrg } from './mount.ts';
import type { Person } from './page.ts';

const userSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Title: z.string().nullable(),
  Username: z.string(),
  Email: z.string(),
  TimeZoneSidKey: z.string(),
  ManagerId: z.string().nullable(),
});

const organizationSchema = z.object({ Id: z.string(), Name: z.string() });

const assignmentSchema = z.object({ AssigneeId: z.string() });
const adminQuery =
  "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Inspire_Admin'";

type User = z.infer<typeof userSchema>;

const columns = 'Id, Name, Title, Username, Email, TimeZoneSidKey, ManagerId';

/** The parts of the local org that its pages stand on. */
export type OrgParts = Pick<LocalOrg, 'records' | 'clock' | 'adminId' | 'integrationId'> & {
  sessions: Sessions;
};

/**
 * The local org as its pages need it.
 *
 * @param first username of whoever a visitor becomes; their managers and then everybody else follow in the list of users
 */
export function previewOrg(
  { records, clock, sessions, adminId, integrationId }: OrgParts,
  first: string,
): PreviewOrg {
  const query = async <Row>(soql: string, row: z.ZodType<Row>): Promise<Row[]> => {
    const page = await records.query(await records.systemAccessOf(adminId), soql);
    return page.records.map((record) => row.parse(record));
  };
  const activeUsers = () =>
    query(
      `SELECT ${columns} FROM User WHERE IsActive = true AND Id != '${integrationId}' ORDER BY Name`,
      userSchema,
    );
  const admins = async () => (await query(adminQuery, assignmentSchema)).map(({ AssigneeId }) => AssigneeId);
  return {
    users: async () => arrange(await activeUsers(), first, await admins()).map(personOf),
    login: async (userId) => {
      const users = await activeUsers();
      const user = users.find(({ Id }) => Id.startsWith(userId.slice(0, 15)));
      return user && sessions.open(user.Id);
    },
    sessionOf: async (token) => {
      const userId = await sessions.userOf(token);
      const user = (await activeUsers()).find(({ Id }) => Id === userId);
      const [organization] = await query('SELECT Id, Name FROM Organization', organizationSchema);
      if (!user || !organization) return undefined;
      const { customPermissions } = await records.accessOf(user.Id);
      return {
        user: {
          ...personOf(user),
          username: user.Username,
          email: user.Email,
          timeZone: user.TimeZoneSidKey,
        },
        customPermissions: [...customPermissions],
        organization: { id: organization.Id, name: organization.Name },
        today: clock.now().toZonedDateTimeISO(user.TimeZoneSidKey).toPlainDate().toString(),
      };
    },
  };
}

const personOf = ({ Id, Name, Title }: User): Person => ({
  id: Id,
  name: Name,
  title: Title ?? 'Administrator',
});

/** One rep, the managers above, those who look after the content, then the others: the first few differ most. */
function arrange(users: readonly User[], first: string, admins: readonly string[]): User[] {
  const chain: User[] = [];
  let next = users.find(({ Username }) => Username === first);
  while (next && !chain.includes(next)) {
    chain.push(next);
    const { ManagerId } = next;
    next = users.find(({ Id }) => Id === ManagerId);
  }
  const others = users.filter((user) => !chain.includes(user));
  const isAdmin = ({ Id }: User): boolean => admins.includes(Id);
  return [...chain, ...others.filter(isAdmin), ...others.filter((user) => !isAdmin(user))];
}
