import { keyOf, type InstanceFile, type KnownFair } from './make-instance.rules';
import { piecesOf } from './pieces.rules';
import type { KeptClaimant } from './suggestion.entity';

/** Those whom an instance names by ids alone, with what pages say of them. */
export function keepClaimants(
  { exhibitors }: KnownFair,
  { booths, exhibitors: claimants }: InstanceFile,
): KeptClaimant[] {
  const indexOf = new Map(booths.map(({ id }, index) => [id, index]));
  const known = new Map(
    exhibitors.flatMap((exhibitor) => {
      const pieces = piecesOf(exhibitor.standing, booths, indexOf);
      return (pieces.length > 0 ? pieces : [null]).map(
        (piece, at) => [keyOf(exhibitor.id, at), { exhibitor, piece }] as const,
      );
    }),
  );
  return claimants.map(({ id: key, size, units, lock, prev }) => {
    const { exhibitor, piece } = known.get(key)!;
    return {
      key,
      exhibitorId: exhibitor.id,
      exhibitorName: exhibitor.name,
      delegationId: exhibitor.delegationId,
      ...{ size, units },
      isLocked: lock !== null,
      prev: prev && [...prev],
      beforeCodes: piece && piece.booths.map((index) => booths[index]!.id),
    };
  });
}
