import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The system account that PostgreSQL runs as. PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** `nobody` on every Linux that we know; it needs no entry in /etc/passwd. */
const nobody: Account = { uid: 65534, gid: 65534 };

/** The account to run PostgreSQL as: `nobody` when this process is root, otherwise its own (undefined). */
export function serverAccount(): Account | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

interface Permissions {
  uid: number;
  gid: number;
  mode: number;
}

/** Whether the permission bits let `account` pass through a folder. Access control lists are not looked at. */
export function mayPass(folder: Permissions, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** Whether `account` can reach what lies in `folder`, that is, pass through it and everything above it. */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  const path = resolve(folder);
  return mayPass(statSync(path), account) && (dirname(path) === path || canReach(dirname(path), account));
}
