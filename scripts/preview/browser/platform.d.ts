/** What the pages use of the platform beyond what the panels do (`config/platform.lwc.d.ts`). */
declare module 'lightning/toast' {
  interface Options {
    label: string;
    message?: string | undefined;
    variant?: string | undefined;
    mode?: string | undefined;
  }
  const Toast: { show(options: Options, source: null): void };
  export default Toast;
}
declare module '@preview/flexipages' {
  export interface Tab {
    label: string;
    region: Region;
  }
  export type Region = { component: string; formFactor: string | null; tabs: Tab[] }[];
  export const flexipages: Record<string, Record<'header' | 'main' | 'sidebar', Region> | undefined>;
}
declare module 'c/inspireAccountPlan' {
  import { LightningElement } from 'lwc';
  const InspireAccountPlan: typeof LightningElement;
  export default InspireAccountPlan;
}
declare module 'c/inspireSuggestions' {
  import { LightningElement } from 'lwc';
  const InspireSuggestions: typeof LightningElement;
  export default InspireSuggestions;
}
declare module 'c/inspireTouchpoints' {
  import { LightningElement } from 'lwc';
  const InspireTouchpoints: typeof LightningElement;
  export default InspireTouchpoints;
}
declare module 'c/inspireSetup' {
  import { LightningElement } from 'lwc';
  const InspireSetup: typeof LightningElement;
  export default InspireSetup;
}
