export { priceCart } from './cart/price-cart';
export type { CartLine, CartPayment, PricedCart } from './cart/price-cart';
export { auditChain } from './chain/audit-chain';
export type { Audit, AuditFault, ChainEvidence, SignedHead } from './chain/audit-chain';
export { extendHead, genesisHash, linkHash, verifyChain } from './chain/chain.rules';
export type { ChainFault, ChainHead, ChainReading, RegisterEpoch } from './chain/chain.rules';
export { TillChain } from './chain/till-chain';
export type { ChainedDocument } from './chain/till-chain';
export { canonicalText } from './document/canonical-text';
export { documentKinds, paymentMethods } from './document/document';
export type {
  CountedNote,
  DocumentEnvelope,
  DocumentKind,
  DocumentLine,
  DocumentPayment,
  PaymentMethod,
  Reissued,
  TillDocument,
} from './document/document';
export { documentLimits } from './document/document-limits';
export { grossVnd } from './document/gross';
export type { DocumentFault } from './document/document.rules';
export {
  cashMoveDraft,
  refundDraft,
  reissueDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  voidDraft,
} from './document/draft';
export type { DocumentDraft, ReturnedLine, TillMoment } from './document/draft';
export { readDocument, readEnvelope } from './document/read-document';
export type { DocumentReading, EnvelopeFault, EnvelopeReading } from './document/read-document';
export { readRescueFile } from './rescue/rescue-file';
export type { RescuedDelivery, RescueFile, RescueFileReading } from './rescue/rescue-file';
export { declarationMessage, signDeclaration } from './signature/declaration-signature';
export type { SignedDeclaration } from './signature/declaration-signature';
export {
  continuationMessage,
  fromBase64,
  headMessage,
  isTillPublicKey,
  newTillKey,
  signContinuation,
  signHead,
  toBase64,
  verifyHead,
} from './signature/head-signature';
export type { Continuation, TillKey, TillPrivateKey } from './signature/head-signature';
export { signStatus, statusMessage } from './signature/status-signature';
export { readStatus } from './status/read-status';
export type { StatusReading } from './status/read-status';
export { statusLimits } from './status/till-status';
export type { TillStatus } from './status/till-status';
export { buildVietQr, readVietQr } from './vietqr/vietqr';
export type { VietQr, VietQrFault, VietQrReading } from './vietqr/vietqr';
