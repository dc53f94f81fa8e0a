/** What rules and reactions do to an item: flags, and above them the points of its boosts. */
export const pinned = 1;
export const excluded = 2;
export const boosted = 4;
/** By how many bits the points stand above the flags. */
export const boostShift = 3;

export const boostOf = (effect: number): number => effect >> boostShift;
