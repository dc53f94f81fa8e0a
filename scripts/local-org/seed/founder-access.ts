import { type Access, systemAccess } from '../sharing/access.ts';

/** How the org writes before any user exists: as its administrator, without limits. */
export const founderAccess = (adminId: string): Access =>
  systemAccess({
    userId: adminId,
    system: true,
    timeZone: 'UTC',
    locale: 'en_US',
    currency: 'USD',
    object: () => ({ read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true }),
    canRead: () => true,
    canEdit: () => true,
    has: () => true,
    customPermissions: new Set(),
    family: [adminId],
    opportunityOpeners: { read: [], edit: [] },
    fiscalYearStartMonth: 1,
    defaults: {},
  });
