/** Salesforce's own boundary between phone and desktop pages. */
export const formFactor: 'Large' | 'Small' = matchMedia('(max-width: 767px)').matches ? 'Small' : 'Large';
