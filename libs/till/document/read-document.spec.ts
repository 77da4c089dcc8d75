import fc from 'fast-check';
import { newId } from '@phien/kernel';
import { priceCart } from '../cart/price-cart';
import { canonicalText } from './canonical-text';
import type { TillDocument } from './document';
import {
  cashMoveDraft,
  refundDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  voidDraft,
} from './draft';
import { readDocument, readEnvelope } from './read-document';
import { carts, newChain, newMoment, squidAndTea } from '../test/documents';

const moment = newMoment();
const chain = newChain();
const sale = chain.append(saleDraft(moment, squidAndTea())).document;
const refund = chain.append(refundDraft(moment, sale, [{ no: 2, quantityMilli: 1_000 }])).document;
const whole = chain.append(voidDraft(moment, sale)).document;
const opened = chain.append(shiftOpenDraft(moment, 500_000)).document;
const closed = chain.append(shiftCloseDraft(moment, 727_500)).document;
const notes = [
  { count: 1, noteVnd: 500_000 },
  { count: 12, noteVnd: 20_000 },
];
const counted = chain.append(shiftCloseDraft(moment, 740_000, notes)).document;
const moved = chain.append(cashMoveDraft(moment, -100_000, 'Nộp quỹ')).document;

function codeOf(content: unknown): string {
  const reading = readDocument(typeof content === 'string' ? content : canonicalText(content));
  return reading.ok ? 'ok' : reading.code;
}

function withLine(document: TillDocument, at: number, changes: object): object {
  const lines = document.lines.map((line, no) => (no === at ? { ...line, ...changes } : line));
  return { ...document, lines };
}

function withPayment(document: TillDocument, changes: object): object {
  return { ...document, payments: [{ ...document.payments[0], ...changes }] };
}

function withNote(changes: object): object {
  return { ...counted, countedNotes: [{ ...notes[0], ...changes }] };
}

const manyNotes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ count: 1, noteVnd: 1_000 - at }));

/** A sale of one thing, paid by card. */
function saleOf(amountVnd: number, changes: object = {}): TillDocument {
  const [line] = sale.lines;
  const [payment] = sale.payments;
  if (!line || !payment) throw new Error('the sale of this spec has a line and a payment');
  const plain = { quantityMilli: 1_000, unitVnd: amountVnd, discountVnd: 0, amountVnd };
  return {
    ...sale,
    lines: [{ ...line, ...plain, vatRatePercent: null, vatVnd: null, ...changes }],
    payments: [{ ...payment, method: 'card', amountVnd, tenderedVnd: null, changeVnd: null }],
    totalVnd: amountVnd,
  };
}

function mirrored(of: TillDocument): TillDocument {
  const { id: _, ...undone } = voidDraft(moment, of);
  return { ...of, ...undone };
}

function inCash(of: TillDocument, tenderedVnd: number): object {
  return withPayment(of, { method: 'cash', tenderedVnd, changeVnd: tenderedVnd - of.totalVnd });
}

/** A sale of so many lines of nothing. */
function saleOfLines(count: number, name = 'Trà'): TillDocument {
  const [line] = saleOf(0).lines;
  if (!line) throw new Error('a sale has a line');
  const lines = Array.from({ length: count }, (_, at) => ({ ...line, name, no: at + 1 }));
  return { ...saleOf(0), lines };
}

describe('reading a document', () => {
  it('reads every kind a till issues', () => {
    for (const document of [sale, refund, whole, opened, closed, counted, moved]) {
      expect(readDocument(canonicalText(document))).toEqual({ ok: true, document });
    }
  });

  it('reads a closing from before notes were counted, and puts the notes where their name stands', () => {
    expect(canonicalText(closed)).not.toContain('countedNotes');
    expect(canonicalText(counted)).toContain(
      '"countedNotes":[{"count":1,"noteVnd":500000},{"count":12,"noteVnd":20000}],"countedVnd":740000',
    );
  });

  it('reads every sale that a cart can become, back to the same document', () => {
    fc.assert(
      fc.property(carts, fc.boolean(), (cart, inCash) => {
        const { totalVnd } = priceCart(cart);
        const payment = inCash
          ? { method: 'cash' as const, tenderedVnd: totalVnd + 20_000 }
          : { method: 'vietqr' as const, amountVnd: totalVnd };
        const priced = priceCart(cart, { payments: [payment] });
        const issued = newChain().append(saleDraft(moment, priced));
        expect(readDocument(issued.text)).toEqual({ ok: true, document: issued.document });
      }),
    );
  });

  const faults: [string, unknown, string][] = [
    ['text that is not JSON', '{', 'document_not_json'],
    ['64 KiB and a byte', `"${'a'.repeat(65_535)}"`, 'document_too_large'],
    ['64 KiB in two-byte letters', `"${'đ'.repeat(32_768)}"`, 'document_too_large'],
    ['nesting without end', '['.repeat(60_000), 'document_not_json'],
    ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000), 'document_shape'],
    ['a list', [], 'document_shape'],
    ['nothing', null, 'document_shape'],
    ['an unknown field', { ...sale, buyer: 'x' }, 'document_shape'],
    ['a hidden prototype', canonicalText(sale).replace('{', '{"__proto__":1,'), 'document_shape'],
    ['an unknown field in a line', withLine(sale, 0, { note: 'x' }), 'document_shape'],
    ['a missing field', { ...sale, reason: undefined, zoneId: sale.zoneId }, 'document_shape'],
    ['another version', { ...sale, v: 2 }, 'document_shape'],
    ['an id in capitals', { ...sale, id: sale.id.toUpperCase() }, 'document_shape'],
    ['sequence 0', { ...sale, sequence: 0 }, 'document_shape'],
    ['epoch 0', { ...sale, epoch: 0 }, 'document_shape'],
    ['an epoch beyond 31 bits', { ...sale, epoch: 2 ** 31 }, 'document_shape'],
    ['a short hash', { ...sale, previousHash: 'ab' }, 'document_shape'],
    ['an unknown kind', { ...sale, kind: 'gift' }, 'document_shape'],
    ['a day that does not exist', { ...sale, at: '2025-02-30T00:00:00.000Z' }, 'document_shape'],
    ['a time without milliseconds', { ...sale, at: '2025-02-20T00:00:00Z' }, 'document_shape'],
    ['a local time', { ...sale, at: '2025-02-20T00:00:00.000+07:00' }, 'document_shape'],
    ['a clock 1,000 years off', { ...sale, clockOffsetMs: 4e13 }, 'document_shape'],
    ['an empty cashier', { ...sale, cashier: '' }, 'document_shape'],
    ['a cashier of 101 letters', { ...sale, cashier: 'a'.repeat(101) }, 'document_shape'],
    ['a reason of 501 letters', { ...sale, reason: 'a'.repeat(501) }, 'document_shape'],
    ['a name of 201 letters', withLine(sale, 0, { name: 'a'.repeat(201) }), 'document_shape'],
    ['six stars', withLine(sale, 0, { star: 6 }), 'document_shape'],
    ['two stars', withLine(sale, 0, { star: 2 }), 'document_shape'],
    ['a class of its own', withLine(sale, 0, { classCode: 'unclassified' }), 'document_shape'],
    ['an empty class', withLine(sale, 0, { classCode: '' }), 'document_shape'],
    ['a class below the last', withLine(sale, 0, { classCode: 'I.3.d.1' }), 'document_shape'],
    ['a class and a line end', withLine(sale, 0, { classCode: 'I.3.d\n' }), 'document_shape'],
    ['an endless class', withLine(sale, 0, { classCode: 'X'.repeat(41) }), 'document_shape'],
    ['a million million', withLine(sale, 0, { quantityMilli: 1e12 + 1 }), 'document_shape'],
    ['a rate of 101 %', withLine(sale, 0, { vatRatePercent: 101 }), 'document_shape'],
    ['VAT without a rate', withLine(sale, 1, { vatVnd: 0 }), 'document_shape'],
    ['line numbers that skip', withLine(sale, 0, { no: 2 }), 'document_shape'],
    ['a negative price', withLine(sale, 0, { unitVnd: -1 }), 'document_shape'],
    ['an unknown payment', withPayment(sale, { method: 'gold' }), 'document_shape'],
    ['cash without change', withPayment(sale, { changeVnd: null }), 'document_shape'],
    ['change of a transfer', withPayment(sale, { method: 'vietqr' }), 'document_shape'],
    ['101 lines', { ...sale, lines: saleOfLines(101).lines }, 'document_shape'],
    ['a sale beyond 56 KiB', saleOfLines(100, 'đ'.repeat(200)), 'document_too_long'],
    ['21 payments', { ...sale, payments: Array.from({ length: 21 }, () => 1) }, 'document_shape'],
    ['a sale without lines', { ...sale, lines: [] }, 'document_sign'],
    ['a sale with an original', { ...sale, originalId: newId() }, 'document_sign'],
    ['a sale below zero', { ...whole, kind: 'sale', originalId: null }, 'document_sign'],
    ['a refund without its original', { ...refund, originalId: null }, 'document_sign'],
    ['a refund above zero', { ...sale, kind: 'refund', originalId: newId() }, 'document_sign'],
    ['a sale with a float', { ...sale, floatVnd: 0 }, 'document_sign'],
    ['an opening without a float', { ...opened, floatVnd: null }, 'document_sign'],
    ['a closing without a count', { ...closed, countedVnd: null }, 'document_sign'],
    ['a movement without money', { ...moved, cashMovedVnd: null }, 'document_sign'],
    ['a shift that sells', { ...sale, kind: 'shift_open', floatVnd: 0 }, 'document_sign'],
    ['a negative float', { ...opened, floatVnd: -1 }, 'document_sign'],
    ['a quantity of 0', withLine(sale, 0, { quantityMilli: 0 }), 'document_sign'],
    ['a surcharge as a discount', withLine(sale, 0, { discountVnd: -1 }), 'document_sign'],
    ['an amount one đồng off', withLine(sale, 0, { amountVnd: 157_501 }), 'line_amount_wrong'],
    ['VAT one đồng off', withLine(sale, 0, { vatVnd: 11_668 }), 'line_vat_wrong'],
    ['a total one đồng off', { ...sale, totalVnd: sale.totalVnd + 1 }, 'lines_do_not_sum'],
    [
      'payments one đồng off',
      withPayment(sale, { amountVnd: 227_501, changeVnd: 22_499 }),
      'payments_do_not_sum',
    ],
    ['no payment', { ...sale, payments: [] }, 'payments_do_not_sum'],
    ['too much change', withPayment(sale, { changeVnd: 30_000 }), 'cash_does_not_add_up'],
    [
      'less cash than the price',
      withPayment(sale, { tenderedVnd: 200_000, changeVnd: -27_500 }),
      'cash_does_not_add_up',
    ],
    [
      'change given at a refund',
      withPayment(refund, { tenderedVnd: -30_000, changeVnd: 5_000 }),
      'cash_does_not_add_up',
    ],
    ['notes one đồng off', { ...counted, countedVnd: 740_001 }, 'notes_do_not_sum'],
    ['notes of a sale', { ...sale, countedNotes: notes }, 'document_sign'],
    ['no notes', { ...counted, countedNotes: [] }, 'document_shape'],
    ['notes without a list', { ...counted, countedNotes: 7 }, 'document_shape'],
    ['notes that are null', { ...counted, countedNotes: null }, 'document_shape'],
    ['the cheap notes first', { ...counted, countedNotes: notes.toReversed() }, 'document_shape'],
    ['no notes of a value', withNote({ count: 0 }), 'document_shape'],
    ['half a note', canonicalText(counted).replace('"count":1,', '"count":1.5,'), 'document_shape'],
    ['a note of nothing', withNote({ noteVnd: 0 }), 'document_shape'],
    ['a note with a serial number', withNote({ serial: 'AB1' }), 'document_shape'],
    ['notes beyond ten billion', withNote({ count: 10_000_000_001 }), 'document_shape'],
    ['21 notes', { ...counted, countedNotes: manyNotes(21) }, 'document_shape'],
  ];
  it.each(faults)('refuses %s', (_, content, code) => {
    const clean =
      typeof content === 'object' && content !== null
        ? (JSON.parse(JSON.stringify(content)) as unknown)
        : content;
    expect(codeOf(clean)).toBe(code);
  });

  it.each([
    ['a space', (text: string) => text.replace(':', ': ')],
    ['a line end', (text: string) => `${text}\n`],
    ['an escape that is not needed', (text: string) => text.replace('Chả', 'Ch\\u1ea3')],
    ['a number with a point', (text: string) => text.replace('"v":1', '"v":1.0')],
    ['a number with an exponent', (text: string) => text.replace('"v":1', '"v":1e0')],
    ['minus zero', (text: string) => text.replace('"discountVnd":0', '"discountVnd":-0')],
    ['a field twice', (text: string) => text.replace('"v":1', '"v":1,"v":1')],
    [
      'fields in another order',
      (text: string) => {
        const { at, ...rest } = JSON.parse(text) as TillDocument;
        return JSON.stringify({ ...rest, at });
      },
    ],
  ])('refuses %s, for the hash is over one text only', (_, change) => {
    const text = canonicalText(sale);
    expect(change(text)).not.toBe(text);
    expect(codeOf(change(text))).toBe('document_not_canonical');
  });

  it('refuses U+0000 and lone surrogates however they are written', () => {
    const text = canonicalText(sale);
    for (const bad of ['\\u0000', '\\ud83d', '\ud83d']) {
      expect(codeOf(text.replace('Quầy', bad))).toBe('document_shape');
    }
  });

  it.each([null, 'I', 'I.3', 'I.3.d', 'VI', 'VI.1'])('reads the class %s', (classCode) => {
    expect(codeOf(withLine(sale, 0, { classCode }))).toBe('ok');
  });

  it.each([null, 3, 4, 5])('reads %s stars', (star) => {
    expect(codeOf(withLine(sale, 0, { star }))).toBe('ok');
  });

  it('reads a hundred lines', () => {
    expect(codeOf(saleOfLines(100))).toBe('ok');
  });

  const bounds: [string, (amountVnd: number) => object][] = [
    ['a sale paid by card', (amountVnd) => saleOf(amountVnd)],
    ['a refund', (amountVnd) => mirrored(saleOf(amountVnd))],
    ['a discount', (discountVnd) => saleOf(0, { unitVnd: discountVnd, discountVnd })],
    ['cash tendered', (tenderedVnd) => inCash(saleOf(1), tenderedVnd)],
    ['cash tendered for nothing', (tenderedVnd) => inCash(saleOf(0), tenderedVnd)],
    ['a float', (floatVnd) => ({ ...opened, floatVnd })],
    ['a count', (countedVnd) => ({ ...closed, countedVnd })],
    ['cash put in', (cashMovedVnd) => ({ ...moved, cashMovedVnd })],
    ['cash taken out', (cashMovedVnd) => ({ ...moved, cashMovedVnd: -cashMovedVnd })],
  ];
  it.each(bounds)('reads %s up to ten billion đồng', (_, content) => {
    expect(codeOf(content(10_000_000_000))).toBe('ok');
    for (const beyondVnd of [10_000_000_001, 9_007_199_254_740_991]) {
      expect(codeOf(content(beyondVnd))).toBe('amount_out_of_range');
    }
  });

  it('counts a total of many lines towards the ten billion', () => {
    const half = saleOf(5_000_000_001);
    const [line] = half.lines;
    const [payment] = half.payments;
    const both = {
      ...half,
      lines: [line, { ...line, no: 2 }],
      payments: [payment, { ...payment, no: 2 }],
      totalVnd: 10_000_000_002,
    };
    expect(codeOf(half)).toBe('ok');
    expect(codeOf(both)).toBe('amount_out_of_range');
  });

  it('never throws, and says no to any single changed character', () => {
    const text = canonicalText(sale);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', maxLength: 2 }),
        (at, put) => {
          const changed = text.slice(0, at) + put + text.slice(at + 1);
          const reading = readDocument(changed);
          readEnvelope(changed);
          if (reading.ok) expect(canonicalText(reading.document)).toBe(changed);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('reading only the envelope', () => {
  it('takes what places a document in its chain, whatever else it says', () => {
    const strange = { ...refund, lines: 'none', totalVnd: 1.5, extra: { deep: [] } };
    expect(readEnvelope(JSON.stringify(strange))).toEqual({
      ok: true,
      envelope: {
        id: refund.id,
        fairId: refund.fairId,
        registerId: refund.registerId,
        epoch: 1,
        sequence: 2,
        previousHash: refund.previousHash,
        originalId: sale.id,
      },
    });
  });

  it.each([
    ['{', 'document_not_json'],
    ['[]', 'envelope_shape'],
    ['"\ud83d"', 'document_not_unicode'],
    [JSON.stringify({ ...sale, id: 'x' }), 'envelope_shape'],
    [JSON.stringify({ ...sale, sequence: '1' }), 'envelope_shape'],
    [JSON.stringify({ ...sale, epoch: 1.5 }), 'envelope_shape'],
    [`${JSON.stringify(sale)}${' '.repeat(65_536)}`, 'document_too_large'],
  ])('refuses %.20s with %s', (text, code) => {
    expect(readEnvelope(text)).toEqual({ ok: false, code });
  });

  it('agrees with the full reading on every document that reads', () => {
    const reading = readEnvelope(canonicalText(sale));
    expect(reading.ok && sale).toMatchObject(reading.ok ? reading.envelope : {});
  });
});
