import type { Temporal } from 'temporal-polyfill';
import { at } from './calendar.ts';
import { type FieldValue, ref, type Write } from './timeline.ts';
import { admin, salesRoles, type Seller, sellers, usernameOf } from './world/team.ts';
import { CORPORATE_CURRENCY, POUND_RATE, products, VENDOR } from './world/vendor.ts';

/** Keys of what the org has from the start: the loader finds them instead of making them. */
export const EXISTING = {
  administrator: 'existing:administrator',
  standardUser: 'existing:profile:Standard User',
  systemAdministrator: 'existing:profile:System Administrator',
  standardPricebook: 'existing:pricebook:standard',
  organization: 'existing:organization',
  renewal: 'existing:recordtype:Renewal',
  currency: (code: string): string => `existing:currency:${code}`,
  permissionSet: (name: string): string => `existing:permissionset:${name}`,
} as const;

const create = (
  moment: Temporal.Instant,
  sobject: string,
  key: string,
  fields: Record<string, FieldValue>,
): Write => ({
  at: moment,
  by: EXISTING.administrator,
  operation: 'create',
  sobject,
  key,
  fields,
});

const person = (key: string, first: string, last: string, title: string): Record<string, FieldValue> => ({
  Username: usernameOf(key),
  FirstName: first,
  LastName: last,
  Alias: last
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 8)
    .toLowerCase(),
  Email: usernameOf(key),
  Title: title,
  CompanyName: VENDOR,
  EmailEncodingKey: 'UTF-8',
  LanguageLocaleKey: 'en_US',
});

const userFields = (seller: Seller): Record<string, FieldValue> => ({
  ...person(seller.key, seller.first, seller.last, seller.title),
  Department: 'Sales',
  Country: seller.country,
  TimeZoneSidKey: seller.timeZone,
  LocaleSidKey: seller.locale,
  DefaultCurrencyIsoCode: seller.currency,
  UserRoleId: ref(`role:${seller.role}`),
  ProfileId: ref(EXISTING.standardUser),
});

const adminFields: Record<string, FieldValue> = {
  ...person(admin.key, admin.first, admin.last, admin.title),
  Department: 'Enablement',
  TimeZoneSidKey: 'Europe/Berlin',
  LocaleSidKey: 'en_GB',
  DefaultCurrencyIsoCode: 'EUR',
  ProfileId: ref(EXISTING.systemAdministrator),
};

const isManager = (key: string): boolean => sellers.some(({ manager }) => manager === key);

/** Roles one level after the other, since a role names the one above it. */
function roleWrites(start: Temporal.Instant): Write[] {
  const depth = (role: (typeof salesRoles)[number]): number => {
    const above = 'parent' in role ? salesRoles.find(({ key }) => key === role.parent) : undefined;
    return above ? depth(above) + 1 : 0;
  };
  return salesRoles.map((role) =>
    create(start.add({ minutes: depth(role) }), 'UserRole', `role:${role.key}`, {
      Name: role.name,
      DeveloperName: role.developerName,
      ...('parent' in role ? { ParentRoleId: ref(`role:${role.parent}`) } : {}),
    }),
  );
}

/** Users first, who manages whom afterwards. Managers and the admin also use the panels as a seller does. */
function userWrites(moment: Temporal.Instant): Write[] {
  const assign = (user: string, set: string): Write =>
    create(moment.add({ minutes: 1 }), 'PermissionSetAssignment', `assignment:${user}:${set}`, {
      AssigneeId: ref(`user:${user}`),
      PermissionSetId: ref(EXISTING.permissionSet(set)),
    });
  return [
    ...sellers.map((seller) => create(moment, 'User', `user:${seller.key}`, userFields(seller))),
    create(moment, 'User', `user:${admin.key}`, adminFields),
    ...sellers.flatMap(({ key, manager }) =>
      manager
        ? [
            {
              ...create(moment.add({ minutes: 2 }), 'User', `user:${key}`, {
                ManagerId: ref(`user:${manager}`),
              }),
              operation: 'update' as const,
            },
          ]
        : [],
    ),
    ...sellers.map(({ key }) => assign(key, isManager(key) ? 'Inspire_Manager' : 'Inspire_Rep')),
    assign(admin.key, 'Inspire_Admin'),
  ];
}

function productWrites(moment: Temporal.Instant): Write[] {
  return products.flatMap((product) => [
    create(moment, 'Product2', `product:${product.key}`, {
      Name: product.name,
      ProductCode: product.code,
      Family: product.family,
      Description: product.description,
      IsActive: true,
    }),
    ...(['EUR', 'GBP'] as const).map((currency) =>
      create(moment.add({ minutes: 1 }), 'PricebookEntry', `price:${product.key}:${currency}`, {
        Pricebook2Id: ref(EXISTING.standardPricebook),
        Product2Id: ref(`product:${product.key}`),
        UnitPrice: product.price[currency],
        CurrencyIsoCode: currency,
        IsActive: true,
      }),
    ),
  ]);
}

const CURRENCIES = [
  { code: 'EUR', rate: 1 },
  { code: 'GBP', rate: POUND_RATE },
  { code: 'CHF', rate: 0.94 },
  { code: 'USD', rate: 1.09 },
];

/** The vendor's name, and the euro as its own currency. */
function organizationWrites(moment: Temporal.Instant): Write[] {
  const update = (sobject: string, key: string, fields: Record<string, FieldValue>): Write => ({
    ...create(moment, sobject, key, fields),
    operation: 'update',
  });
  return [
    update('Organization', EXISTING.organization, { Name: VENDOR }),
    ...CURRENCIES.map(({ code, rate }) =>
      update('CurrencyType', EXISTING.currency(code), {
        ConversionRate: rate,
        IsCorporate: code === CORPORATE_CURRENCY,
      }),
    ),
  ];
}

/** People, roles, products and prices: what an administrator sets up before the first deal. */
export function setupWrites(firstDay: Temporal.PlainDate): Write[] {
  const start = at(firstDay, 6);
  return [
    ...organizationWrites(start),
    ...roleWrites(start),
    ...userWrites(start.add({ minutes: 10 })),
    ...productWrites(start.add({ minutes: 20 })),
  ];
}
