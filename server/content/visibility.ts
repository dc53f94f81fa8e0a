import type { ContentItem } from './item.ts';

export interface Seer {
  /** Custom permissions such as `Inspire_Manager`. */
  permissions: readonly string[];
  /** Civil date where the viewer is. */
  today: string;
}

/** Whether a live item is valid today and for this viewer; what is not does not exist for them. */
export const isVisible = (
  item: Pick<ContentItem, 'validFrom' | 'expiresOn' | 'visibleTo'>,
  { permissions, today }: Seer,
): boolean =>
  (item.validFrom ?? today) <= today &&
  (item.expiresOn ?? today) >= today &&
  (item.visibleTo.length === 0 || item.visibleTo.some((permission) => permissions.includes(permission)));
