import { formatVnd, type Sentence } from '@phien/kernel';
import { dayInFigures } from '../paper/day-in-figures';
import type { ReportLanguage } from '../report/report.rules';

/** Written by a person, taken from the ledger, or not printed. */
export const FIELD_STATES = ['typed', 'from_ledger', 'left_out'] as const;
export type FieldState = (typeof FIELD_STATES)[number];

/** Of the whole fair, read from its days, its plan and its exhibitors. */
export interface FinalFacts {
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  /** YYYY-MM-DD of the fair's open days, in order. */
  openDays: string[];
  boothsInPlan: number;
  boothsAllocated: number;
  exhibitors: { inProvince: number; otherProvince: number; foreign: number };
  /** Of other provinces, and of foreign countries. */
  provinceCount: number;
  countryCount: number;
  /** Names of the product classes that something was sold of. */
  classes: { nameVi: string; nameEn: string }[];
  revenueVnd: number;
  measuredVnd: number;
  declaredVnd: number;
  salesCount: number;
  entries: number;
  gateCount: number;
  /** Of the measured revenue, of products with 3 to 5 stars. */
  ocopVnd: number;
  ocopProducts: number;
  /** Closed days, and how many of them had all shifts closed. */
  daysClosed: number;
  daysComplete: number;
  daysBegun: number;
}

/** A field of the report: what it asks, and what the ledger knows of it. */
export interface FinalFieldKind {
  field: string;
  name: Sentence;
  /** Where its value comes from; null where only a person knows it. */
  source: Sentence | null;
  value?: (facts: FinalFacts, language: ReportLanguage) => string;
}

const number = (amount: number, language: ReportLanguage) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(amount);

const profile: Sentence = { vi: 'hồ sơ hội chợ', en: 'the fair’s own record' };
const plan: Sentence = { vi: 'mặt bằng và phân gian', en: 'the plan and its allocations' };
const parties: Sentence = {
  vi: 'đơn vị được giao gian trong sổ phân gian',
  en: 'exhibitors with a booth in the allocations',
};
const days: Sentence = {
  vi: 'các bản chốt ngày, và chứng từ đã ghi của ngày chưa chốt',
  en: 'the closings of its days, and what is booked of a day that is not closed',
};

/**
 * What an organizer reports of a fair to the department of industry and trade within 30 days after its
 * end (Decree 81/2018/NĐ-CP). The annex's own form and numbering are not copied here: the list can be
 * changed field by field, and the frame that it is printed in is a file.
 */
export const FINAL_FIELDS: readonly FinalFieldKind[] = [
  {
    field: 'fair_name',
    name: { vi: 'Tên hội chợ, triển lãm', en: 'Name of the fair' },
    source: profile,
    value: (facts, language) => (language === 'vi' ? facts.nameVi : facts.nameEn),
  },
  {
    field: 'organizer',
    name: { vi: 'Thương nhân, tổ chức đứng ra tổ chức', en: 'Who organized it' },
    source: null,
  },
  {
    field: 'registration',
    name: {
      vi: 'Văn bản xác nhận đăng ký tổ chức (số, ngày, cơ quan)',
      en: 'Confirmation of the registration (number, date, authority)',
    },
    source: null,
  },
  {
    field: 'period',
    name: { vi: 'Thời gian tổ chức', en: 'When it was held' },
    source: profile,
    value: ({ openDays }, language) => {
      const [first] = openDays;
      const last = openDays[openDays.length - 1];
      if (first === undefined || last === undefined) return '';
      const range = `${dayInFigures(first)} – ${dayInFigures(last)}`;
      return language === 'vi'
        ? `${range} (${openDays.length} ngày mở cửa)`
        : `${range} (${openDays.length} open days)`;
    },
  },
  {
    field: 'venue',
    name: { vi: 'Địa điểm tổ chức', en: 'Where it was held' },
    source: profile,
    value: (facts, language) => (language === 'vi' ? facts.venueVi : facts.venueEn),
  },
  { field: 'theme', name: { vi: 'Chủ đề, mục tiêu', en: 'Theme and aims' }, source: null },
  {
    field: 'goods',
    name: {
      vi: 'Hàng hóa, dịch vụ trưng bày, giới thiệu, bán',
      en: 'Goods and services shown and sold',
    },
    source: { vi: 'nhóm sản phẩm có bán tại máy', en: 'product classes sold at tills' },
    value: ({ classes }, language) =>
      classes.map(({ nameVi, nameEn }) => (language === 'vi' ? nameVi : nameEn)).join('; '),
  },
  {
    field: 'booths',
    name: { vi: 'Số gian hàng', en: 'Booths' },
    source: plan,
    value: ({ boothsInPlan, boothsAllocated }, language) =>
      language === 'vi'
        ? `${number(boothsAllocated, language)} gian đã giao trên ${number(boothsInPlan, language)} gian của mặt bằng`
        : `${number(boothsAllocated, language)} given, of ${number(boothsInPlan, language)} in the plan`,
  },
  {
    field: 'exhibitors',
    name: { vi: 'Số đơn vị tham gia', en: 'Exhibitors' },
    source: parties,
    value: ({ exhibitors: { inProvince, otherProvince, foreign }, provinceCount }, language) => {
      const [all, own, other, away] = [
        inProvince + otherProvince + foreign,
        inProvince,
        otherProvince,
        foreign,
      ].map((amount) => number(amount, language));
      return language === 'vi'
        ? `${all} đơn vị: ${own} trong tỉnh, ${other} ngoài tỉnh (${provinceCount} tỉnh, thành phố), ${away} nước ngoài`
        : `${all}: ${own} of the province, ${other} of ${provinceCount} other provinces, ${away} foreign`;
    },
  },
  {
    field: 'foreign_exhibitors',
    name: { vi: 'Đơn vị nước ngoài', en: 'Foreign exhibitors' },
    source: parties,
    value: ({ exhibitors: { foreign }, countryCount }, language) =>
      language === 'vi'
        ? `${number(foreign, language)} đơn vị của ${countryCount} nước`
        : `${number(foreign, language)}, of ${countryCount} ${countryCount === 1 ? 'country' : 'countries'}`,
  },
  {
    field: 'visits',
    name: { vi: 'Khách tham quan, mua sắm', en: 'Visitors' },
    source: {
      vi: 'số lần vào đếm tại cổng; là lượt, không phải số người',
      en: 'entries counted at gates; visits, not people',
    },
    value: ({ entries, gateCount }, language) =>
      language === 'vi'
        ? `${number(entries, language)} lượt khách, đếm tại ${gateCount} cổng`
        : `${number(entries, language)} visits, counted at ${gateCount} gates`,
  },
  {
    field: 'revenue',
    name: { vi: 'Doanh thu tại hội chợ', en: 'Revenue at the fair' },
    source: days,
    value: ({ revenueVnd, measuredVnd, declaredVnd }, language) => {
      const [all, measured, declared] = [revenueVnd, measuredVnd, declaredVnd].map((amount) =>
        formatVnd(amount, language),
      );
      return language === 'vi'
        ? `${all}, trong đó đo tại máy bán hàng ${measured}, gian tự khai ${declared}`
        : `${all}: ${measured} measured at tills, ${declared} declared by booths`;
    },
  },
  {
    field: 'sales',
    name: { vi: 'Số giao dịch', en: 'Sales' },
    source: days,
    value: ({ salesCount }, language) =>
      language === 'vi'
        ? `${number(salesCount, language)} đơn bán tại máy`
        : `${number(salesCount, language)} at tills`,
  },
  {
    field: 'ocop',
    name: { vi: 'Sản phẩm OCOP', en: 'OCOP products' },
    source: {
      vi: 'danh mục hàng của các đơn vị; doanh thu theo dòng hàng đo tại máy',
      en: 'the exhibitors’ catalogues; revenue of lines measured at tills',
    },
    value: ({ ocopProducts, ocopVnd }, language) =>
      language === 'vi'
        ? `${number(ocopProducts, language)} sản phẩm 3 đến 5 sao, doanh thu đo tại máy ${formatVnd(ocopVnd, language)}`
        : `${number(ocopProducts, language)} products of 3 to 5 stars, ${formatVnd(ocopVnd, language)} measured at tills`,
  },
  {
    field: 'contracts',
    name: {
      vi: 'Hợp đồng, biên bản ghi nhớ ký tại hội chợ (số, giá trị)',
      en: 'Contracts and memoranda signed at the fair (number, value)',
    },
    source: null,
  },
  {
    field: 'activities',
    name: { vi: 'Hoạt động bên lề', en: 'Activities beside it' },
    source: null,
  },
  {
    field: 'coverage',
    name: { vi: 'Độ phủ của số liệu', en: 'What the figures stand on' },
    source: days,
    value: ({ daysBegun, daysClosed, daysComplete }, language) =>
      language === 'vi'
        ? `${daysClosed} trên ${daysBegun} ngày đã chốt, ${daysComplete} ngày mọi máy đã chốt ca`
        : `${daysClosed} of ${daysBegun} days closed, all shifts closed on ${daysComplete}`,
  },
  {
    field: 'difficulties',
    name: { vi: 'Thuận lợi, khó khăn', en: 'What went well, what did not' },
    source: null,
  },
  {
    field: 'proposals',
    name: { vi: 'Đề xuất, kiến nghị', en: 'Proposals' },
    source: null,
  },
];

/** What somebody wrote of a field, latest revision. */
export interface WrittenField {
  field: string;
  revision: number;
  state: FieldState;
  nameVi: string | null;
  nameEn: string | null;
  textVi: string | null;
  textEn: string | null;
  writtenByName: string;
  /** ISO 8601. */
  writtenAt: string;
}

/** A field as it stands: what the ledger says, what a person wrote, and which of them is printed. */
export interface FinalField {
  field: string;
  nameVi: string;
  nameEn: string;
  state: FieldState;
  /** 0 while nobody wrote anything. */
  revision: number;
  ledger: { vi: string; en: string } | null;
  source: Sentence | null;
  written: {
    textVi: string;
    textEn: string;
    byName: string;
    at: string;
  } | null;
  /** Who left it out or went back to the ledger, where that was last. */
  changedByName: string | null;
  changedAt: string | null;
}

/** Every known field, then those that somebody added, in the order of their ids. */
export function finalFields(facts: FinalFacts, written: readonly WrittenField[]): FinalField[] {
  const byField = new Map(written.map((entry) => [entry.field, entry]));
  const known = FINAL_FIELDS.map(({ field, name, source, value }): FinalField => {
    const entry = byField.get(field);
    return {
      field,
      nameVi: name.vi,
      nameEn: name.en,
      ledger: value ? { vi: value(facts, 'vi'), en: value(facts, 'en') } : null,
      source,
      state: entry?.state ?? (value ? 'from_ledger' : 'typed'),
      ...standing(entry),
    };
  });
  const own = written
    .filter(({ field }) => isOwnField(field))
    .sort((a, b) => (a.field < b.field ? -1 : 1))
    .map((entry): FinalField => ({
      field: entry.field,
      nameVi: entry.nameVi ?? '',
      nameEn: entry.nameEn ?? '',
      ledger: null,
      source: null,
      state: entry.state,
      ...standing(entry),
    }));
  return [...known, ...own];
}

const standing = (entry: WrittenField | undefined) => ({
  revision: entry?.revision ?? 0,
  written:
    entry?.textVi == null
      ? null
      : {
          textVi: entry.textVi,
          textEn: entry.textEn ?? '',
          byName: entry.writtenByName,
          at: entry.writtenAt,
        },
  changedByName: entry?.writtenByName ?? null,
  changedAt: entry?.writtenAt ?? null,
});

/** A field that an organizer added: `own-` and an id. */
export const isOwnField = (field: string): boolean => field.startsWith('own-');

/** Whether the house knows the field, or its name says that somebody added it. */
export const isFinalField = (field: string): boolean =>
  FINAL_FIELDS.some((known) => known.field === field) ||
  /^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(field);

/** Whether the ledger knows a value of it. */
export const hasLedgerValue = (field: string): boolean =>
  FINAL_FIELDS.some((known) => known.field === field && known.value !== undefined);

/** What is printed of a field; '' where nobody said anything yet. */
export function printedText(field: FinalField, language: ReportLanguage): string {
  if (field.state === 'typed') {
    const { textVi = '', textEn = '' } = field.written ?? {};
    return language === 'en' && textEn !== '' ? textEn : textVi;
  }
  return field.ledger?.[language] ?? '';
}
