/** A sale as its sender knows it. Times are those of the machine's monotonic clock, in ms. */
export interface AnsweredSale {
  /** Its answer came, so it was committed before. */
  answeredAt: number;
  /** How many sales of the fair had been sent by then. */
  sentByThen: number;
}

/** What somebody saw at an instant: this many sales. */
export interface Sight {
  at: number;
  salesCount: number;
}

/**
 * From each sale's answer to the first of the sights (in the order of time) that holds it for
 * certain. What is seen is a snapshot, so one with a sale that was sent after our answer holds ours
 * too; and one with as many sales as had been sent by then holds them all or such a later one. So a
 * sale may be counted a moment late, and never early. Infinity for one that was never seen.
 */
export function lagsOf(sales: readonly AnsweredSale[], sights: readonly Sight[]): number[] {
  let next = 0;
  return [...sales]
    .sort((a, b) => a.sentByThen - b.sentByThen)
    .map(({ answeredAt, sentByThen }) => {
      while (next < sights.length && sights[next]!.salesCount < sentByThen) next += 1;
      const sight = sights[next];
      return sight === undefined ? Infinity : Math.max(0, sight.at - answeredAt);
    });
}
