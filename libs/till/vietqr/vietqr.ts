import { Refusal } from '@phien/kernel';

/**
 * VietQR: EMVCo merchant-presented QR as NAPAS defines it (format v1.0, 09/2021): GUID A000000727
 * in tag 38, service QRIBFTTA (to an account) or QRIBFTTC (to a card), amount in tag 54, bill number
 * in 62-01, purpose of transaction in 62-08, CRC-16/CCITT-FALSE in tag 63.
 */
export interface VietQr {
  /** The bank's six-digit BIN. */
  bankBin: string;
  account: string;
  to: 'account' | 'card';
  /** Null leaves the amount to the payer (a static code). */
  amountVnd: number | null;
  billNumber: string | null;
  /** Where a till puts its reference: the only key a bank statement gives back. */
  purpose: string | null;
}

export type VietQrFault =
  | 'vietqr_malformed'
  | 'vietqr_checksum_differs'
  | 'vietqr_not_vietqr'
  | 'vietqr_amount_malformed';

export type VietQrReading = { ok: true; vietQr: VietQr } | { ok: false; code: VietQrFault };

const guid = 'A000000727';
const services = { account: 'QRIBFTTA', card: 'QRIBFTTC' } as const;
const plainText = /^[\x20-\x7e]{1,25}$/;

function field(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(2, '0')}${value}`;
}

/** CRC-16/CCITT-FALSE as four upper-case hex digits. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const fieldRefused = (name: string) =>
  new Refusal(
    'vietqr_field_refused',
    'invalid',
    { vi: 'Thông tin mã VietQR không hợp lệ.', en: 'VietQR does not take this value.' },
    { field: name },
  );

/**
 * The payload to show as a QR code. Bill number and purpose are at most 25 printable ASCII
 * characters. Throws the Refusal `vietqr_field_refused`, which names the field.
 */
export function buildVietQr(vietQr: VietQr): string {
  const { bankBin, account, to, amountVnd, billNumber, purpose } = vietQr;
  if (!/^\d{6}$/.test(bankBin)) throw fieldRefused('bankBin');
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) throw fieldRefused('account');
  if (
    amountVnd !== null &&
    !(Number.isSafeInteger(amountVnd) && amountVnd > 0 && amountVnd < 1e13)
  ) {
    throw fieldRefused('amountVnd');
  }
  if (billNumber !== null && !plainText.test(billNumber)) throw fieldRefused('billNumber');
  if (purpose !== null && !plainText.test(purpose)) throw fieldRefused('purpose');
  const beneficiary = field('00', bankBin) + field('01', account);
  const merchant = field('00', guid) + field('01', beneficiary) + field('02', services[to]);
  const additional =
    (billNumber === null ? '' : field('01', billNumber)) +
    (purpose === null ? '' : field('08', purpose));
  const open =
    field('00', '01') +
    field('01', amountVnd === null ? '11' : '12') +
    field('38', merchant) +
    field('53', '704') +
    (amountVnd === null ? '' : field('54', String(amountVnd))) +
    field('58', 'VN') +
    (additional === '' ? '' : field('62', additional)) +
    '6304';
  return open + checksum(open);
}

/* Null when a length is wrong, a tag repeats, or anything is left over. */
function fieldsOf(text: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/.test(head)) return null;
    const tag = head.slice(0, 2);
    const end = at + 4 + Number(head.slice(2));
    if (end > text.length || fields.has(tag)) return null;
    fields.set(tag, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}

/** Reads a payload; refuses a wrong checksum and anything left over at any level. Never throws. */
export function readVietQr(payload: string): VietQrReading {
  const fields = /^[\x20-\x7e]*$/.test(payload) ? fieldsOf(payload) : null;
  if (!fields || fields.get('00') !== '01' || !payload.startsWith('0002')) return no('malformed');
  if (payload.slice(-8, -4) !== '6304' || fields.get('63')?.length !== 4) return no('malformed');
  if (fields.get('63') !== checksum(payload.slice(0, -4))) return no('checksum_differs');
  const merchantText = fields.get('38');
  if (merchantText === undefined) return no('not_vietqr');
  const merchant = fieldsOf(merchantText);
  if (!merchant) return no('malformed');
  if (merchant.get('00') !== guid) return no('not_vietqr');
  if (fields.get('53') !== '704' || fields.get('58') !== 'VN') return no('not_vietqr');
  const service = merchant.get('02');
  if (service !== services.account && service !== services.card) return no('not_vietqr');
  const beneficiary = fieldsOf(merchant.get('01') ?? '');
  const additional = fieldsOf(fields.get('62') ?? '');
  const bankBin = beneficiary?.get('00');
  const account = beneficiary?.get('01');
  if (!additional || !bankBin || !account || !/^\d{6}$/.test(bankBin)) return no('malformed');
  const amountText = fields.get('54') ?? null;
  if (amountText !== null && !/^[1-9]\d{0,12}$/.test(amountText)) return no('amount_malformed');
  return {
    ok: true,
    vietQr: {
      bankBin,
      account,
      to: service === services.card ? 'card' : 'account',
      amountVnd: amountText === null ? null : Number(amountText),
      billNumber: additional.get('01') ?? null,
      purpose: additional.get('08') ?? null,
    },
  };
}

function no(
  what: 'malformed' | 'checksum_differs' | 'not_vietqr' | 'amount_malformed',
): VietQrReading {
  return { ok: false, code: `vietqr_${what}` };
}
