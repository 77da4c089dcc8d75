import { formatVnd, Refusal } from '@phien/kernel';
import { UNUSUAL, type Unusual } from './declared.rules';
import type { DeclaredSaleDto } from './declared.dto';

/** Also said of a booth that is there and not the caller's: nobody learns whose it is. */
export const boothNotYours = () =>
  new Refusal('booth_not_found', 'not_found', {
    vi: 'Không có gian hàng này.',
    en: 'There is no such booth.',
  });

export const declareLinkUnknown = () =>
  new Refusal('declare_link_unknown', 'not_found', {
    vi: 'Đường dẫn khai báo này không đúng hoặc đã bị thu hồi. Hãy xin ban tổ chức đường dẫn mới.',
    en: 'This link is unknown or was withdrawn. Ask the organizers for a new one.',
  });

export const boothNotGiven = (day: string) =>
  new Refusal(
    'booth_not_given_that_day',
    'conflict',
    {
      vi: 'Ngày đó gian hàng không giao cho đơn vị này, nên không khai được.',
      en: 'The booth was not given to this exhibitor that day, so nothing can be declared.',
    },
    { day },
  );

export const dayNotOfFair = (day: string) =>
  new Refusal(
    'declared_day_not_found',
    'not_found',
    { vi: 'Hội chợ không có ngày này.', en: 'The fair has no such day.' },
    { day },
  );

export const declaredDayNotBegun = (day: string) =>
  new Refusal(
    'declared_day_not_begun',
    'conflict',
    {
      vi: 'Ngày này chưa bắt đầu, nên chưa có gì để khai.',
      en: 'This day has not begun: there is nothing to declare yet.',
    },
    { day },
  );

export const fairSealedForDeclaring = () =>
  new Refusal('fair_sealed', 'conflict', {
    vi: 'Hội chợ đã niêm phong, số liệu không nhận thêm.',
    en: 'The fair is sealed: its figures take nothing more.',
  });

/** Somebody declared first; `details.present` says what, to whoever may see it. */
export const declaredMeanwhile = (present: DeclaredSaleDto | null) =>
  new Refusal(
    'declared_meanwhile',
    'conflict',
    present?.amountVnd == null
      ? {
          vi: 'Gian này vừa có người khai. Hãy xem lại trước khi sửa.',
          en: 'Somebody has just declared for this booth. Look at it before you change it.',
        }
      : {
          vi: `Gian này vừa có người khai ${formatVnd(present.amountVnd, 'vi')}. Hãy xem lại trước khi sửa.`,
          en: `Somebody has just declared ${formatVnd(present.amountVnd, 'en')} for this booth. Look at it before you change it.`,
        },
    { present },
  );

export const declaredByBooth = () =>
  new Refusal('declared_by_booth', 'conflict', {
    vi: 'Gian này đã tự khai hoặc người khác đã khai thay. Chỉ gian hàng hay ban tổ chức sửa được.',
    en: 'The booth or somebody else has declared. Only the booth or the organizers change it.',
  });

export const declarationConflict = () =>
  new Refusal('declaration_conflict', 'conflict', {
    vi: 'Lần khai này đã được ghi với con số khác.',
    en: 'This declaration was taken before, with other figures.',
  });

export const tooManyDeclarations = () =>
  new Refusal('too_many_declarations', 'too_many', {
    vi: 'Ngày này đã sửa quá nhiều lần. Hãy nhờ ban tổ chức.',
    en: 'This day was changed too often. Ask the organizers.',
  });

export const tooManyDeclareLinks = () =>
  new Refusal('too_many_declare_links', 'conflict', {
    vi: 'Gian này đã có nhiều đường dẫn đang dùng. Hãy thu hồi bớt trước.',
    en: 'This booth has many links in use. Withdraw some first.',
  });

const usual = (usualVnd: number, language: 'vi' | 'en') => formatVnd(usualVnd, language);

/** The amount is asked twice: the same again with `isConfirmed` is taken. */
export const unusualAmount = (amountVnd: number, { usualVnd, why }: Unusual) =>
  new Refusal(
    'unusual_amount',
    'conflict',
    usualVnd !== null
      ? {
          vi: `${formatVnd(amountVnd, 'vi')} khác hẳn mức thường, khoảng ${usual(usualVnd, 'vi')}. Nếu đúng, hãy xác nhận.`,
          en: `${formatVnd(amountVnd, 'en')} is far from what is usual, about ${usual(usualVnd, 'en')}. If it is right, confirm it.`,
        }
      : why === 'below_bound'
        ? {
            vi: `${formatVnd(amountVnd, 'vi')} ít hơn ${formatVnd(UNUSUAL.leastVnd, 'vi')}. Nếu đúng, hãy xác nhận.`,
            en: `${formatVnd(amountVnd, 'en')} is less than ${formatVnd(UNUSUAL.leastVnd, 'en')}. If it is right, confirm it.`,
          }
        : {
            vi: `${formatVnd(amountVnd, 'vi')} nhiều hơn ${formatVnd(UNUSUAL.mostVnd, 'vi')}. Nếu đúng, hãy xác nhận.`,
            en: `${formatVnd(amountVnd, 'en')} is more than ${formatVnd(UNUSUAL.mostVnd, 'en')}. If it is right, confirm it.`,
          },
    { usualVnd, why },
  );
