/** What was read of whole fair days, kept until a day has more facts; the oldest are dropped. */
export class RecentDays<Read> {
  private readonly kept = new Map<string, { facts: number; read: Read }>();

  constructor(private readonly atMost: number) {}

  async read(
    days: readonly { day: string; facts: number }[],
    what: string,
    readDay: (day: string) => Promise<Read>,
  ): Promise<Read[]> {
    const reads: Read[] = [];
    for (const { day, facts } of days) {
      const key = `${day} ${what}`;
      const known = this.kept.get(key);
      const read = known?.facts === facts ? known.read : await readDay(day);
      this.kept.delete(key);
      this.kept.set(key, { facts, read });
      reads.push(read);
    }
    for (const key of this.kept.keys()) {
      if (this.kept.size <= this.atMost) break;
      this.kept.delete(key);
    }
    return reads;
  }
}
