import type { Agent } from '../clean/index.ts';
import { CURRENCY, type Fields } from '../plan.ts';

/** Letters and digits of a name, as developer names and addresses may have them. */
const plain = (text: string, separator: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, separator)
    .replaceAll(new RegExp(`^\\${separator}+|\\${separator}+$`, 'g'), '');

const developerName = (kind: string, name: string): string => `Pipeline_${kind}_${plain(name, '_')}`;

export interface Role {
  developerName: string;
  name: string;
  parent: string | null;
}

/** Regions, below them the managers, below them their teams: whoever is above sees the deals of those below. */
export function rolesOf(agents: readonly Agent[]): Role[][] {
  const regions = distinct(agents.map(({ regional_office }) => regional_office));
  const managers = distinct(agents.map(({ manager }) => manager));
  const regionOf = (manager: string): string | null =>
    regionRole(agents.find((agent) => agent.manager === manager)?.regional_office ?? '');
  return [
    regions.map((region) => ({ developerName: developerName('Region', region), name: region, parent: null })),
    managers.map((manager) => ({
      developerName: developerName('Manager', manager),
      name: `Manager ${manager}`,
      parent: regionOf(manager),
    })),
    managers.map((manager) => ({
      developerName: developerName('Team', manager),
      name: `Team ${manager}`,
      parent: developerName('Manager', manager),
    })),
  ];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))];
const regionRole = (region: string): string | null =>
  region === '' ? null : developerName('Region', region);

export interface Member {
  name: string;
  username: string;
  role: string | null;
  manager: string | null;
  permissionSet: 'Inspire_Rep' | 'Inspire_Manager';
}

const usernameOf = (name: string, company: string): string =>
  `${plain(name, '.').toLowerCase()}@${plain(company, '-').toLowerCase()}.example`;

/** Managers first, since agents name theirs. A manager who also sells is one user. */
export function membersOf(agents: readonly Agent[], company: string): Member[] {
  const managers = distinct(agents.map(({ manager }) => manager));
  const leading = managers.map((name): Member => ({
    name,
    username: usernameOf(name, company),
    role: developerName('Manager', name),
    manager: null,
    permissionSet: 'Inspire_Manager',
  }));
  const selling = agents
    .filter(({ sales_agent }) => !managers.includes(sales_agent))
    .map(({ sales_agent: name, manager, regional_office }): Member => ({
      name,
      username: usernameOf(name, company),
      role: manager === '' ? regionRole(regional_office) : developerName('Team', manager),
      manager: manager === '' ? null : usernameOf(manager, company),
      permissionSet: 'Inspire_Rep',
    }));
  return [...leading, ...selling];
}

/** A user's own fields; role, manager and profile are ids that the org gives. */
export function userFields({ name, username, permissionSet }: Member): Fields {
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? name;
  return {
    Username: username,
    ...(words.length > 1 ? { FirstName: words.slice(0, -1).join(' ') } : {}),
    LastName: last,
    Alias: plain(last, '').slice(0, 8).toLowerCase() || 'user',
    Email: username,
    Title: permissionSet === 'Inspire_Manager' ? 'Sales Manager' : 'Sales Agent',
    TimeZoneSidKey: 'America/New_York',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    DefaultCurrencyIsoCode: CURRENCY,
  };
}
