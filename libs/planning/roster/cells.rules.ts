import { foldText, isFairDay } from '@phien/kernel';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';

/** Every name of a kind, folded. */
const KINDS: Readonly<Record<ExhibitorKind, readonly string[]>> = {
  enterprise: ['doanh nghiep', 'dn', 'cong ty', 'enterprise', 'company', 'business'],
  cooperative: ['hop tac xa', 'htx', 'cooperative', 'co op'],
  cooperativeGroup: ['to hop tac', 'tht', 'cooperative group'],
  household: [
    'ho kinh doanh',
    'hkd',
    'ho',
    'ho san xuat',
    'ho gia dinh',
    'ca nhan',
    'household',
    'household business',
    'business household',
  ],
  facility: ['co so san xuat', 'co so', 'cssx', 'lang nghe', 'production facility', 'facility'],
  farm: ['trang trai', 'farm'],
  tradePromotion: [
    'don vi xuc tien thuong mai',
    'co quan xuc tien thuong mai',
    'xuc tien thuong mai',
    'trung tam xuc tien thuong mai',
    'trade promotion body',
    'trade promotion',
    'trade promotion centre',
  ],
  locality: ['dia phuong', 'locality'],
};

const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as ExhibitorKind] as const),
  ),
);

/* How the name of an exhibitor of a kind begins; the longer first. */
const BEGINS: readonly (readonly [RegExp, ExhibitorKind])[] = [
  [/^(cong ty|ctcp|doanh nghiep|dntn|dn)\b/, 'enterprise'],
  [/^(hop tac xa|htx|lien hiep htx|lien hiep hop tac xa)\b/, 'cooperative'],
  [/^(to hop tac|tht)\b/, 'cooperativeGroup'],
  [/^(ho kinh doanh|hkd|ho san xuat|ho)\b/, 'household'],
  [/^(co so)\b/, 'facility'],
  [/^(trang trai)\b/, 'farm'],
  [/^(trung tam xuc tien|so cong thuong|cuc xuc tien)\b/, 'tradePromotion'],
  [/^(uy ban nhan dan|ubnd|phuong|xa|dac khu|huyen|tinh)\b/, 'locality'],
];

const plain = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const kindNamed = (text: string): ExhibitorKind | null => KIND_OF.get(plain(text)) ?? null;

/** What an exhibitor is by how its name begins; null when that tells nothing. */
export function kindInName(name: string): ExhibitorKind | null {
  const folded = plain(name);
  return BEGINS.find(([begin]) => begin.test(folded))?.[1] ?? null;
}

const YES = new Set(['co', 'yes', 'y', 'x', 'true', '1', 'dung']);
const NO = new Set(['khong', 'ko', 'no', 'n', 'false', '0', 'sai']);

/** Null when it is neither yes nor no. */
export function yesOrNo(text: string): boolean | null {
  const folded = plain(text);
  return YES.has(folded) ? true : NO.has(folded) ? false : null;
}

/** A day as it is written in Vietnam, or as a program writes it; null when the calendar has none such. */
export function dayIn(text: string): string | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isFairDay(day) ? day : null;
}

/** Whole đồng, with points or commas between thousands ('150.000 đ'); null for anything else. */
export function wholeVnd(text: string): number | null {
  const typed = text
    .trim()
    .replace(/\s*(đ|đồng|vnd|vnđ|₫)\.?$/iu, '')
    .replace(/\s/g, '');
  if (!/^\d+$|^\d{1,3}([.,]\d{3})+$/.test(typed)) return null;
  const amount = Number(typed.replace(/[.,]/g, ''));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** A whole percentage ('8', '8 %'; 0.08 is how a spreadsheet keeps it); null for anything else. */
export function wholePercent(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (/^0\.\d{1,2}$/.test(typed)) return Math.round(Number(typed) * 100);
  const whole = /^(\d{1,3})(\.0+)?\s*%?$/.exec(typed);
  return whole ? Number(whole[1]) : null;
}

/** Whole stars ('4', '4 sao', '4*'); null for anything else. */
export function starsIn(text: string): number | null {
  const typed = /^(\d)\s*(sao|stars?|\*|★)?$/i.exec(text.trim());
  return typed ? Number(typed[1]) : null;
}

/** A name or a remark on one line; marks as Unicode composes them. */
export const oneLine = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** Whether a text can be kept and shown: no control sign, no half of a letter. */
export const isShowable = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\t\r\n]/g, ' '));

export const lengthOf = (text: string) => [...text].length;
