/**
 * Which allocations people without an account may know of, as a condition on `allocation a`: those
 * that stand and are confirmed. One that was freed, and whatever is not settled yet, is nobody's business outside.
 */
export const IS_PUBLIC_ALLOCATION = `a.freed_at IS NULL AND a.state = 'confirmed'`;
