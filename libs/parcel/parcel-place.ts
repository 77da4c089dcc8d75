import type { Writable } from 'node:stream';

/** Where a parcel grows, to be found there only when it is whole. */
export interface ParcelPlace {
  /** Takes all bytes in their order, with an empty seal at the end. */
  readonly stream: Writable;
  /** After the stream has ended: puts the seal over the last bytes of `size`, and shows the parcel. */
  finish(seal: Buffer, size: number): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}
