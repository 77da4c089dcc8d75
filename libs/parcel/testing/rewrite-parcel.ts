import { Parcel } from '../parcel-reader';
import { ParcelWriter } from '../parcel-writer';

/**
 * Writes a parcel anew as somebody would who knows how: with other parts (null takes one away) or
 * another manifest, and all checksums right.
 */
export async function rewriteParcel(
  kind: { kind: string; layout: number },
  { from, to }: { from: string; to: string },
  change: (name: string, bytes: Buffer) => Buffer | string | null,
  about: (manifest: Record<string, unknown>) => object = () => ({}),
): Promise<void> {
  const parcel = await Parcel.open(from, kind);
  try {
    const writer = await ParcelWriter.create(to, new Date(parcel.manifest.madeAt));
    const { parts, madeAt: _, ...manifest } = parcel.manifest;
    for (const { name } of parts) {
      const changed = change(name, await parcel.readWhole(name));
      if (changed !== null) await writer.addText(name, changed);
    }
    await writer.finish({ ...manifest, ...about(manifest) });
  } finally {
    parcel.close();
  }
}
