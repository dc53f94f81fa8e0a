/** `NumberOfEmployees` → `Number Of Employees`, `Inspire_Key__c` → `Inspire Key`, `AccountId` → `Account ID`. */
export function camelWords(name: string): string {
  return name
    .replace(/__(c|mdt|r)$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/\bId$/, 'ID');
}
