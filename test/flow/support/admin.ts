import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Look, World } from './world.ts';

const assigned = z.object({ AssigneeId: z.string() });

/** Whoever looks after the product in the sample data: an admin who is neither founder of the org. */
async function adminId({ stack: { org } }: World): Promise<string> {
  const soql = `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Inspire_Admin'
    AND AssigneeId NOT IN ('${org.adminId}', '${org.integrationId}')`;
  const { records } = await org.records.query(await org.records.systemAccessOf(org.adminId), soql);
  return assigned.parse(records[0]).AssigneeId;
}

/** Opens the start page as an admin. */
export async function openAsAdmin(world: World, look?: Look): Promise<Page> {
  const page = await world.open('/', look);
  const login = { userId: await adminId(world) };
  await page.request.post(`${world.stack.url}/preview/session`, { data: login });
  await page.reload();
  return page;
}
