type Hear = (message: unknown) => void;

/** Who listens to what in this process; shared by both buses. */
export class Listeners {
  private readonly byChannel = new Map<string, Set<Hear>>();

  /** Answers whether this is the channel's first listener. */
  add(channel: string, hear: Hear): boolean {
    const heard = this.byChannel.get(channel) ?? new Set<Hear>();
    this.byChannel.set(channel, heard.add(hear));
    return heard.size === 1;
  }

  /** Answers whether nobody is left on the channel. */
  remove(channel: string, hear: Hear): boolean {
    const heard = this.byChannel.get(channel);
    heard?.delete(hear);
    if (!heard || heard.size > 0) return false;
    this.byChannel.delete(channel);
    return true;
  }

  channels(): string[] {
    return [...this.byChannel.keys()];
  }

  tell(channel: string, text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return; // not ours: anyone with the database may NOTIFY
    }
    for (const hear of this.byChannel.get(channel) ?? []) hear(message);
  }
}
