import DISMISS from '@salesforce/label/c.Inspire_Dismiss';
import EMAIL from '@salesforce/label/c.Inspire_Email';
import NO from '@salesforce/label/c.Inspire_No';
import OPEN from '@salesforce/label/c.Inspire_Open';
import SAMPLE from '@salesforce/label/c.Inspire_Sample';
import SHARE from '@salesforce/label/c.Inspire_Share';
import USE from '@salesforce/label/c.Inspire_Use';
import USE_ANYWAY from '@salesforce/label/c.Inspire_Use_Anyway';
import YES from '@salesforce/label/c.Inspire_Yes';

export const labels = {
  dismiss: DISMISS,
  email: EMAIL,
  no: NO,
  open: OPEN,
  sample: SAMPLE,
  share: SHARE,
  use: USE,
  useAnyway: USE_ANYWAY,
  yes: YES,
};
