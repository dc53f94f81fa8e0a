import CHECK_ACCESS from '@salesforce/label/c.Inspire_Check_Access';
import CHECK_CERTIFICATE from '@salesforce/label/c.Inspire_Check_Certificate';
import CHECK_CLOCK from '@salesforce/label/c.Inspire_Check_Clock';
import CHECK_CREDENTIAL from '@salesforce/label/c.Inspire_Check_Credential';
import CHECK_FIELDS from '@salesforce/label/c.Inspire_Check_Fields';
import CHECK_HIERARCHY from '@salesforce/label/c.Inspire_Check_Hierarchy';
import CHECK_INTEGRATION_USER from '@salesforce/label/c.Inspire_Check_Integration_User';
import CHECK_MAIL_CAPTURE from '@salesforce/label/c.Inspire_Check_Mail_Capture';
import CHECK_PERMISSION_SETS from '@salesforce/label/c.Inspire_Check_Permission_Sets';
import CHECK_SECOND_FACTOR from '@salesforce/label/c.Inspire_Check_Second_Factor';
import FIX_ADMIN_MISSING from '@salesforce/label/c.Inspire_Fix_Admin_Missing';
import FIX_CERTIFICATE_EXPIRES from '@salesforce/label/c.Inspire_Fix_Certificate_Expires';
import FIX_CERTIFICATE_MISSING from '@salesforce/label/c.Inspire_Fix_Certificate_Missing';
import FIX_CLOCK_WRONG from '@salesforce/label/c.Inspire_Fix_Clock_Wrong';
import FIX_CREDENTIAL_REFUSED from '@salesforce/label/c.Inspire_Fix_Credential_Refused';
import FIX_FIELDS_HIDDEN from '@salesforce/label/c.Inspire_Fix_Fields_Hidden';
import FIX_HIERARCHY_GAPS from '@salesforce/label/c.Inspire_Fix_Hierarchy_Gaps';
import FIX_HIERARCHY_MISSING from '@salesforce/label/c.Inspire_Fix_Hierarchy_Missing';
import FIX_INTEGRATION_USER_UNSET from '@salesforce/label/c.Inspire_Fix_Integration_User_Unset';
import FIX_MAIL_GAPS from '@salesforce/label/c.Inspire_Fix_Mail_Gaps';
import FIX_NOBODY_ASSIGNED from '@salesforce/label/c.Inspire_Fix_Nobody_Assigned';
import FIX_NOT_CONNECTED from '@salesforce/label/c.Inspire_Fix_Not_Connected';
import FIX_NOT_LOOKED_UP from '@salesforce/label/c.Inspire_Fix_Not_Looked_Up';
import FIX_SECOND_FACTOR_MISSING from '@salesforce/label/c.Inspire_Fix_Second_Factor_Missing';
import FIX_SECRET_KEY_MISSING from '@salesforce/label/c.Inspire_Fix_Secret_Key_Missing';
import FIX_SEES_PART from '@salesforce/label/c.Inspire_Fix_Sees_Part';
import FOUND_ADMIN_MISSING from '@salesforce/label/c.Inspire_Found_Admin_Missing';
import FOUND_CERTIFICATE_COUNTS from '@salesforce/label/c.Inspire_Found_Certificate_Counts';
import FOUND_CERTIFICATE_EXPIRES from '@salesforce/label/c.Inspire_Found_Certificate_Expires';
import FOUND_CERTIFICATE_MISSING from '@salesforce/label/c.Inspire_Found_Certificate_Missing';
import FOUND_CLOCK_RIGHT from '@salesforce/label/c.Inspire_Found_Clock_Right';
import FOUND_CLOCK_WRONG from '@salesforce/label/c.Inspire_Found_Clock_Wrong';
import FOUND_CREDENTIAL_REFUSED from '@salesforce/label/c.Inspire_Found_Credential_Refused';
import FOUND_CREDENTIAL_WORKS from '@salesforce/label/c.Inspire_Found_Credential_Works';
import FOUND_FIELDS_HIDDEN from '@salesforce/label/c.Inspire_Found_Fields_Hidden';
import FOUND_FIELDS_THERE from '@salesforce/label/c.Inspire_Found_Fields_There';
import FOUND_HIERARCHY_FILLED from '@salesforce/label/c.Inspire_Found_Hierarchy_Filled';
import FOUND_HIERARCHY_GAPS from '@salesforce/label/c.Inspire_Found_Hierarchy_Gaps';
import FOUND_HIERARCHY_MISSING from '@salesforce/label/c.Inspire_Found_Hierarchy_Missing';
import FOUND_INTEGRATION_USER_SET from '@salesforce/label/c.Inspire_Found_Integration_User_Set';
import FOUND_INTEGRATION_USER_UNSET from '@salesforce/label/c.Inspire_Found_Integration_User_Unset';
import FOUND_MAIL_CAPTURED from '@salesforce/label/c.Inspire_Found_Mail_Captured';
import FOUND_MAIL_GAPS from '@salesforce/label/c.Inspire_Found_Mail_Gaps';
import FOUND_MAIL_NOT_MEASURED from '@salesforce/label/c.Inspire_Found_Mail_Not_Measured';
import FOUND_NOBODY_ASSIGNED from '@salesforce/label/c.Inspire_Found_Nobody_Assigned';
import FOUND_NOT_CONNECTED from '@salesforce/label/c.Inspire_Found_Not_Connected';
import FOUND_NOT_LOOKED_UP from '@salesforce/label/c.Inspire_Found_Not_Looked_Up';
import FOUND_PERMISSION_SETS_ASSIGNED from '@salesforce/label/c.Inspire_Found_Permission_Sets_Assigned';
import FOUND_SECOND_FACTOR_MISSING from '@salesforce/label/c.Inspire_Found_Second_Factor_Missing';
import FOUND_SECOND_FACTOR_SET from '@salesforce/label/c.Inspire_Found_Second_Factor_Set';
import FOUND_SECRET_KEY_MISSING from '@salesforce/label/c.Inspire_Found_Secret_Key_Missing';
import FOUND_SEES_ALL from '@salesforce/label/c.Inspire_Found_Sees_All';
import FOUND_SEES_PART from '@salesforce/label/c.Inspire_Found_Sees_Part';

/** What was looked at. */
export const checks: Readonly<Record<string, string>> = {
  certificate: CHECK_CERTIFICATE,
  secondFactor: CHECK_SECOND_FACTOR,
  credential: CHECK_CREDENTIAL,
  clock: CHECK_CLOCK,
  permissionSets: CHECK_PERMISSION_SETS,
  integrationUser: CHECK_INTEGRATION_USER,
  fields: CHECK_FIELDS,
  access: CHECK_ACCESS,
  hierarchy: CHECK_HIERARCHY,
  mailCapture: CHECK_MAIL_CAPTURE,
};

/** What was found, by the code of the service. */
export const found: Readonly<Record<string, string>> = {
  certificateCounts: FOUND_CERTIFICATE_COUNTS,
  certificateExpires: FOUND_CERTIFICATE_EXPIRES,
  certificateMissing: FOUND_CERTIFICATE_MISSING,
  secondFactorSet: FOUND_SECOND_FACTOR_SET,
  secondFactorMissing: FOUND_SECOND_FACTOR_MISSING,
  credentialWorks: FOUND_CREDENTIAL_WORKS,
  credentialRefused: FOUND_CREDENTIAL_REFUSED,
  notConnected: FOUND_NOT_CONNECTED,
  secretKeyMissing: FOUND_SECRET_KEY_MISSING,
  clockRight: FOUND_CLOCK_RIGHT,
  clockWrong: FOUND_CLOCK_WRONG,
  permissionSetsAssigned: FOUND_PERMISSION_SETS_ASSIGNED,
  adminMissing: FOUND_ADMIN_MISSING,
  nobodyAssigned: FOUND_NOBODY_ASSIGNED,
  integrationUserSet: FOUND_INTEGRATION_USER_SET,
  integrationUserUnset: FOUND_INTEGRATION_USER_UNSET,
  fieldsThere: FOUND_FIELDS_THERE,
  fieldsHidden: FOUND_FIELDS_HIDDEN,
  seesAll: FOUND_SEES_ALL,
  seesPart: FOUND_SEES_PART,
  hierarchyFilled: FOUND_HIERARCHY_FILLED,
  hierarchyGaps: FOUND_HIERARCHY_GAPS,
  hierarchyMissing: FOUND_HIERARCHY_MISSING,
  mailCaptured: FOUND_MAIL_CAPTURED,
  mailGaps: FOUND_MAIL_GAPS,
  mailNotMeasured: FOUND_MAIL_NOT_MEASURED,
  notLookedUp: FOUND_NOT_LOOKED_UP,
};

/** What puts it right, where there is something to do. */
export const fixes: Readonly<Record<string, string>> = {
  certificateExpires: FIX_CERTIFICATE_EXPIRES,
  certificateMissing: FIX_CERTIFICATE_MISSING,
  secondFactorMissing: FIX_SECOND_FACTOR_MISSING,
  credentialRefused: FIX_CREDENTIAL_REFUSED,
  notConnected: FIX_NOT_CONNECTED,
  secretKeyMissing: FIX_SECRET_KEY_MISSING,
  clockWrong: FIX_CLOCK_WRONG,
  adminMissing: FIX_ADMIN_MISSING,
  nobodyAssigned: FIX_NOBODY_ASSIGNED,
  integrationUserUnset: FIX_INTEGRATION_USER_UNSET,
  fieldsHidden: FIX_FIELDS_HIDDEN,
  seesPart: FIX_SEES_PART,
  hierarchyGaps: FIX_HIERARCHY_GAPS,
  hierarchyMissing: FIX_HIERARCHY_MISSING,
  mailGaps: FIX_MAIL_GAPS,
  notLookedUp: FIX_NOT_LOOKED_UP,
};
