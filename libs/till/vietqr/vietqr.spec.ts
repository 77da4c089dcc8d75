import fc from 'fast-check';
import { QRPay } from 'vietnam-qr-pay';
import vectors from '../test/fixtures/vietqr-vectors.json';
import { buildVietQr, readVietQr } from './vietqr';
import type { VietQr } from './vietqr';

const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 25,
});
const codes: fc.Arbitrary<VietQr> = fc.record({
  bankBin: fc.stringMatching(/^\d{6}$/),
  account: fc.stringMatching(/^[0-9A-Za-z]{1,19}$/),
  to: fc.constantFrom('account' as const, 'card' as const),
  amountVnd: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 })),
  billNumber: fc.option(printable),
  purpose: fc.option(printable),
});

describe('VietQR', () => {
  it.each(vectors.valid.map((vector) => [vector.name, vector] as const))(
    'reads %s, and builds it again to the letter',
    (_, { payload, decoded }) => {
      const { bin, account, service, amount, bill, purpose } = decoded.ownTlvReader;
      const vietQr: VietQr = {
        bankBin: bin,
        account,
        to: service === 'QRIBFTTC' ? 'card' : 'account',
        amountVnd: amount === null ? null : Number(amount),
        billNumber: bill,
        purpose,
      };
      expect(readVietQr(payload)).toEqual({ ok: true, vietQr });
      expect(buildVietQr(vietQr)).toBe(payload);
    },
  );

  it.each(vectors.mustRejectOrWarn.map((vector) => [vector.name, vector] as const))(
    'refuses %s',
    (_, { payload }) => {
      expect(readVietQr(payload).ok).toBe(false);
    },
  );

  it('names the leftover and the checksum', () => {
    const [leftover, altered] = vectors.mustRejectOrWarn;
    expect(readVietQr(leftover?.payload ?? '')).toEqual({ ok: false, code: 'vietqr_malformed' });
    expect(readVietQr(altered?.payload ?? '')).toEqual({
      ok: false,
      code: 'vietqr_checksum_differs',
    });
  });

  it('reads back whatever it builds', () => {
    fc.assert(
      fc.property(codes, (vietQr) => {
        expect(readVietQr(buildVietQr(vietQr))).toEqual({ ok: true, vietQr });
      }),
    );
  });

  it('is read the same by a library of another author', () => {
    fc.assert(
      fc.property(codes, (vietQr) => {
        const other = new QRPay(buildVietQr(vietQr));
        expect(other.isValid).toBe(true);
        expect({
          bankBin: other.consumer.bankBin,
          account: other.consumer.bankNumber,
          to: other.provider.service === 'QRIBFTTC' ? 'card' : 'account',
          amountVnd: other.amount === undefined ? null : Number(other.amount),
          billNumber: other.additionalData.billNumber ?? null,
          purpose: other.additionalData.purpose ?? null,
        }).toEqual(vietQr);
      }),
    );
  });

  it('refuses any payload with one changed, added or lost letter', () => {
    const payload = vectors.valid[1]?.payload ?? '';
    fc.assert(
      fc.property(fc.nat(payload.length - 1), printable, (at, put) => {
        const changed = payload.slice(0, at) + put.slice(0, 2) + payload.slice(at + 1);
        fc.pre(changed !== payload);
        expect(readVietQr(changed).ok).toBe(false);
        expect(readVietQr(payload.slice(0, at)).ok).toBe(false);
      }),
    );
  });

  it.each([
    [{ bankBin: '97041' }, 'bankBin'],
    [{ account: '' }, 'account'],
    [{ account: 'số 1' }, 'account'],
    [{ amountVnd: 0 }, 'amountVnd'],
    [{ amountVnd: 1.5 }, 'amountVnd'],
    [{ billNumber: '' }, 'billNumber'],
    [{ purpose: 'Thanh toán' }, 'purpose'],
    [{ purpose: 'x'.repeat(26) }, 'purpose'],
  ])('does not build a code with %j', (changes, field) => {
    const good: VietQr = {
      bankBin: '970415',
      account: '113366668888',
      to: 'account',
      amountVnd: 79_000,
      billNumber: 'HC25A012',
      purpose: 'HC25A012',
    };
    let refusal: unknown;
    try {
      buildVietQr({ ...good, ...changes });
    } catch (thrown) {
      refusal = thrown;
    }
    expect(refusal).toMatchObject({ code: 'vietqr_field_refused', details: { field } });
  });
});
