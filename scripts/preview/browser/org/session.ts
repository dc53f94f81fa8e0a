import { z } from 'zod/mini';

const person = z.object({ id: z.string(), name: z.string(), title: z.string() });

/** What the server wrote into the page about who is looking at it. */
const sessionSchema = z.object({
  user: z.extend(person, { username: z.string(), email: z.string(), timeZone: z.string() }),
  customPermissions: z.array(z.string()),
  organization: z.object({ id: z.string(), name: z.string() }),
  users: z.array(person),
  theme: z.string(),
  looks: z.array(z.object({ theme: z.string(), styleSheet: z.string(), className: z.string() })),
  apiReference: z.string(),
  today: z.string(),
});

export type Session = z.infer<typeof sessionSchema>;
export type Person = z.infer<typeof person>;

export const session: Session = sessionSchema.parse(
  JSON.parse(document.getElementById('session')?.textContent ?? 'null'),
);

/** Continues as another user on the page at `path`: a new login, so the page is loaded again. */
export async function continueAs(userId: string, path = location.pathname + location.search): Promise<void> {
  await login(userId);
  location.assign(path);
}

/** Asks the local org for a new access token; it arrives as a cookie that scripts can not read. */
export async function login(userId: string): Promise<void> {
  const answer = await fetch('/preview/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
  if (!answer.ok) throw new Error(`The local org refused the login (${answer.status}). Choose another user.`);
}
