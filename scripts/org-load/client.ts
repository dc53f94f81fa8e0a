/** Connected app of the local org for commands on the same machine; they sign in with the org's own key. */
export const LOAD_CLIENT = 'be-inspired-org-load';
