/** Says things between processes; loses them at will. A word wakes, Postgres tells the truth. */
export abstract class Bus {
  /** Sends a small message (under 8,000 bytes of JSON) to every subscriber of `channel`, this process included. */
  abstract publish(channel: string, message: object): Promise<void>;

  /** Calls `hear` for each message; the answer ends the subscription. */
  abstract subscribe(
    channel: string,
    hear: (message: unknown) => void,
  ): Promise<() => Promise<void>>;

  /** Whether the connection stands now. */
  abstract isUp(): boolean;

  abstract close(): Promise<void>;
}
