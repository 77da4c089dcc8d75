/** The values that were kept last, by name: no more than `most`, the one kept longest ago leaves. */
export class Recent<Value> {
  private readonly kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(name: string): Value | undefined {
    return this.kept.get(name);
  }

  keep(name: string, value: Value): void {
    this.kept.delete(name);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= this.most && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(name, value);
  }

  forget(name: string): void {
    this.kept.delete(name);
  }
}
