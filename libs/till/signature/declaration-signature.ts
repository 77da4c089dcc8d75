import { utf8ToBytes } from '@noble/hashes/utils.js';
import { signMessage, type TillPrivateKey } from './head-signature';

/** What a till says was sold outside it, as it signs it. */
export interface SignedDeclaration {
  fairId: string;
  registerId: string;
  epoch: number;
  id: string;
  /** Fair day, YYYY-MM-DD. */
  day: string;
  amountVnd: number;
  salesCount: number | null;
  /** The declaration that this one stands in for. */
  revises: string | null;
  isConfirmed: boolean;
  /** By the phone's clock, ISO 8601. */
  saidAt: string;
}

/**
 * What a declaration's signature covers: utf8 `phien-declared:1:` and the fields in the order of
 * their type, colons between, nothing where there is none.
 */
export function declarationMessage(said: SignedDeclaration): Uint8Array<ArrayBuffer> {
  const fields = [
    said.fairId,
    said.registerId,
    said.epoch,
    said.id,
    said.day,
    said.amountVnd,
    said.salesCount ?? '',
    said.revises ?? '',
    said.isConfirmed ? 1 : 0,
    said.saidAt,
  ];
  return Uint8Array.from(utf8ToBytes(`phien-declared:1:${fields.join(':')}`));
}

/** Base64 of the 64-byte (IEEE P1363) ECDSA P-256 / SHA-256 signature over the declaration. */
export const signDeclaration = (
  privateKey: TillPrivateKey,
  said: SignedDeclaration,
): Promise<string> => signMessage(privateKey, declarationMessage(said));
