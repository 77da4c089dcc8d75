import { isDeepStrictEqual } from 'node:util';
import { isCountryCode, findPlace } from '@phien/places';
import { Refusal, type Sentence } from '@phien/kernel';
import { EXHIBITOR_KINDS, type ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { taxCodeFaults } from '../exhibitor/exhibitor.refusals';
import { asTaxCode, PHONE_SHAPE, taxCodeFault } from '../exhibitor/tax-code.rules';
import { LARGEST_PRICE_VND, VAT_RATES } from '../product/product.rules';
import type { ApplicationContentDto, ApplicationWishesDto } from './application.dto';
import { applicationTooLong } from './application.refusals';
import { lineFault, oneLine, textFault, type LineFault } from './plain-line.rules';

/** What an application says while it is written: anything may be missing still. */
export type ApplicationContent = ApplicationContentDto;
export type ApplicationWishes = ApplicationWishesDto;

const NAME = 200;
const UNIT = 30;
const NOTE = 2_000;
/* As HTML has it; beyond ASCII mail servers part. */
const MAIL_SHAPE = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+$/i;

/** What of the fair an application may name. */
export interface ApplicationWorld {
  boothCodes: ReadonlySet<string>;
  /** Those without another below. */
  classCodes: ReadonlySet<string>;
}

/** As it is kept: lines composed and trimmed, a tax code in its shape, and nothing that says nothing. */
export function tidied(content: ApplicationContent): ApplicationContent {
  const lines = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).flatMap(([field, value]): [string, unknown][] => {
        if (typeof value !== 'string') return value === null ? [] : [[field, value]];
        const line = field === 'note' ? value.normalize('NFC').trim() : oneLine(value);
        return line === '' ? [] : [[field, line]];
      }),
    ) as Part;
  const { products, wishes, taxCode, ...rest } = content;
  const names = (all: readonly string[]) => [...new Set(all.map(oneLine).filter((name) => name))];
  return {
    ...lines(rest),
    ...(taxCode && oneLine(taxCode) !== '' && { taxCode: asTaxCode(taxCode) }),
    ...(products && { products: products.map(lines) }),
    ...(wishes && {
      wishes: {
        ...wishes,
        ...(wishes.choices && {
          choices: names(wishes.choices).map((code) => code.toUpperCase()),
        }),
        ...(wishes.apart && { apart: names(wishes.apart) }),
        ...(wishes.together && { together: names(wishes.together) }),
      },
    }),
  };
}

/** Wishes with nothing left out: one whole booth and no more, unless said. */
export const wholeWishes = (wishes: ApplicationWishes = {}): Required<ApplicationWishes> => ({
  size: 1,
  units: 6,
  power: false,
  water: false,
  cook: false,
  corner: false,
  front: false,
  gate: false,
  choices: [],
  apart: [],
  together: [],
  ...wishes,
});

/** What keeps a tidied application from being sent, in the order of the form; each names its field. */
export function faultsOfContent(content: ApplicationContent, world: ApplicationWorld): Refusal[] {
  const { kind, name, taxCode, paysVat, representative, phone, mail, products = [] } = content;
  const wishes = wholeWishes(content.wishes);
  const taxFault = taxCode === undefined ? null : taxCodeFault(taxCode);
  return [
    EXHIBITOR_KINDS.includes(kind as ExhibitorKind) ? null : missing('kind'),
    line('name', name, NAME),
    taxFault && fault('taxCode', 'tax_code_wrong', taxCodeFaults[taxFault]),
    homeFault(content),
    line('representative', representative, NAME),
    phone !== undefined && PHONE_SHAPE.test(phone)
      ? null
      : fault('phone', 'phone_wrong', {
          vi: 'Số điện thoại gồm chữ số, có thể có dấu cách, chấm và gạch.',
          en: 'A phone number has digits, and may have spaces, dots and hyphens.',
        }),
    mail === undefined || (mail.length <= 254 && MAIL_SHAPE.test(mail))
      ? null
      : fault('mail', 'mail_wrong', {
          vi: 'Địa chỉ thư điện tử không đúng, ví dụ đúng: lan@example.vn.',
          en: 'This is no mail address; one looks like lan@example.vn.',
        }),
    products.length === 0 ? missing('products') : null,
    ...products.flatMap((product, at) =>
      productFaults(product, { at, paysVat: paysVat ?? false }, world),
    ),
    wishes.units < 6 && wishes.size > 1
      ? fault('wishes.units', 'share_of_one_booth', {
          vi: 'Ở chung gian thì chỉ đăng ký một gian.',
          en: 'Who shares a booth asks for one booth alone.',
        })
      : null,
    ...wishes.choices.map((code) =>
      world.boothCodes.has(code)
        ? null
        : fault('wishes.choices', 'booth_unknown', {
            vi: `Sơ đồ không có gian ${shortened(code)}.`,
            en: `The plan has no booth ${shortened(code)}.`,
          }),
    ),
    ...wishes.apart.map((each) => line('wishes.apart', each, NAME)),
    ...wishes.together.map((each) => line('wishes.together', each, NAME)),
    content.note === undefined ? null : said('note', textFault(content.note, NOTE), NOTE),
  ].filter((each) => each !== null);
}

function homeFault({ countryCode = 'VN', placeSet, placeCode }: ApplicationContent) {
  const isPlaced = placeSet !== undefined && placeCode !== undefined;
  const isKnown = isPlaced && findPlace(placeSet, placeCode) !== null;
  const isRight = countryCode === 'VN' ? isKnown : isCountryCode(countryCode) && !isPlaced;
  return isRight ? null : missing('place');
}

function productFaults(
  product: NonNullable<ApplicationContent['products']>[number],
  { at, paysVat }: { at: number; paysVat: boolean },
  { classCodes }: ApplicationWorld,
): (Refusal | null)[] {
  const { name, classCode, star, priceVnd, unit, vatRatePercent } = product;
  const field = (part: string) => `products.${at}.${part}`;
  return [
    line(field('name'), name, NAME),
    classCode === undefined || classCode === null || classCodes.has(classCode)
      ? null
      : missing(field('classCode')),
    star === undefined || star === null || [3, 4, 5].includes(star) ? null : missing(field('star')),
    typeof priceVnd === 'number' && priceVnd >= 1 && priceVnd <= LARGEST_PRICE_VND
      ? null
      : missing(field('priceVnd')),
    line(field('unit'), unit, UNIT),
    !paysVat || VAT_RATES.includes(vatRatePercent ?? -1) ? null : missing(field('vatRatePercent')),
  ];
}

const line = (field: string, text: string | null | undefined, most: number) =>
  said(field, lineFault(text ?? '', most), most);

function said(field: string, found: LineFault | null, most: number): Refusal | null {
  if (found === null) return null;
  return found === 'empty'
    ? missing(field)
    : fault(field, `text_${found}`, lineSentences(most)[found]);
}

const lineSentences = (most: number): Record<Exclude<LineFault, 'empty'>, Sentence> => ({
  long: { vi: `Dài nhất ${most} ký tự.`, en: `At most ${most} characters.` },
  control: {
    vi: 'Có ký tự điều khiển không hiện ra trên màn hình. Hãy xóa đi và gõ lại.',
    en: 'It holds control characters that no screen shows. Take them out and type it again.',
  },
  stacked: {
    vi: 'Có chữ mang quá nhiều dấu chồng lên nhau. Hãy gõ lại chữ đó.',
    en: 'A letter carries too many marks. Type it again.',
  },
});

const missing = (field: string) =>
  fault(field, 'field_missing', {
    vi: 'Hãy điền hoặc chọn mục này.',
    en: 'Fill this in, or choose.',
  });

const fault = (field: string, code: string, sentence: Sentence) =>
  new Refusal(code, 'invalid', sentence, { field });

const shortened = (text: string) => [...text].slice(0, 20).join('');

/** The fields in which two applications differ. */
export const changedFields = (before: ApplicationContent, after: ApplicationContent): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(
      (field) =>
        !isDeepStrictEqual(
          before[field as keyof ApplicationContent],
          after[field as keyof ApplicationContent],
        ),
    )
    .sort();

export const isSameContent = (one: ApplicationContent, other: ApplicationContent): boolean =>
  changedFields(one, other).length === 0;

/* The database holds 64 kB of it, written with spaces. */
const MOST_BYTES = 48_000;

/** A content out of a request as it is stored. Refuses `application_too_long`. */
export function plainContent(content: ApplicationContent): ApplicationContent {
  const text = JSON.stringify(content);
  if (Buffer.byteLength(text) > MOST_BYTES) throw applicationTooLong();
  return JSON.parse(text) as ApplicationContent;
}
