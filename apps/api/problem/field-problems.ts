import { Refusal } from '@phien/kernel';
import type { ValidationError } from 'class-validator';
import type { FieldProblem } from './problem.dto';

interface Wording {
  code: string;
  vi: (...limits: string[]) => string;
  en: (...limits: string[]) => string;
}

/* Keys are class-validator's names; limits are the numbers in its own sentence, in their order. */
const wordings: Record<string, Wording> = {
  whitelistValidation: {
    code: 'unknown_field',
    vi: () => 'Không có trường này.',
    en: () => 'There is no such field.',
  },
  isNotEmpty: { code: 'missing', vi: () => 'Không được để trống.', en: () => 'Must not be empty.' },
  isString: { code: 'not_a_text', vi: () => 'Phải là chữ.', en: () => 'Must be a text.' },
  isInt: {
    code: 'not_a_whole_number',
    vi: () => 'Phải là số nguyên.',
    en: () => 'Must be a whole number.',
  },
  isNumber: { code: 'not_a_number', vi: () => 'Phải là số.', en: () => 'Must be a number.' },
  isBoolean: {
    code: 'not_a_yes_or_no',
    vi: () => 'Phải là đúng hoặc sai.',
    en: () => 'Must be true or false.',
  },
  isArray: { code: 'not_a_list', vi: () => 'Phải là danh sách.', en: () => 'Must be a list.' },
  isObject: {
    code: 'not_an_object',
    vi: () => 'Phải là một nhóm trường.',
    en: () => 'Must be an object.',
  },
  nestedValidation: {
    code: 'not_an_object',
    vi: () => 'Phải là một nhóm trường.',
    en: () => 'Must be an object.',
  },
  isUuid: { code: 'not_an_id', vi: () => 'Không phải là mã định danh.', en: () => 'Is not an id.' },
  isIn: {
    code: 'not_a_choice',
    vi: () => 'Không nằm trong các lựa chọn.',
    en: () => 'Is none of the choices.',
  },
  isEnum: {
    code: 'not_a_choice',
    vi: () => 'Không nằm trong các lựa chọn.',
    en: () => 'Is none of the choices.',
  },
  isDateString: {
    code: 'not_a_time',
    vi: () => 'Không phải là thời điểm.',
    en: () => 'Is not a point in time.',
  },
  isIso8601: {
    code: 'not_a_time',
    vi: () => 'Không phải là ngày giờ.',
    en: () => 'Is not a date or time.',
  },
  isEmail: {
    code: 'not_a_mail_address',
    vi: () => 'Không phải là địa chỉ thư điện tử.',
    en: () => 'Is not a mail address.',
  },
  isBase64: { code: 'not_base64', vi: () => 'Không phải là base64.', en: () => 'Is not base64.' },
  isHexadecimal: {
    code: 'not_hexadecimal',
    vi: () => 'Không phải là số hệ 16.',
    en: () => 'Is not hexadecimal.',
  },
  matches: { code: 'wrong_shape', vi: () => 'Không đúng dạng.', en: () => 'Has the wrong shape.' },
  minLength: {
    code: 'too_short',
    vi: (least = '?') => `Ít nhất ${least} ký tự.`,
    en: (least = '?') => `At least ${least} characters.`,
  },
  maxLength: {
    code: 'too_long',
    vi: (most = '?') => `Nhiều nhất ${most} ký tự.`,
    en: (most = '?') => `At most ${most} characters.`,
  },
  min: {
    code: 'too_small',
    vi: (least = '?') => `Không được nhỏ hơn ${least}.`,
    en: (least = '?') => `Must not be less than ${least}.`,
  },
  max: {
    code: 'too_large',
    vi: (most = '?') => `Không được lớn hơn ${most}.`,
    en: (most = '?') => `Must not be more than ${most}.`,
  },
  arrayMinSize: {
    code: 'too_few',
    vi: (least = '?') => `Ít nhất ${least} mục.`,
    en: (least = '?') => `At least ${least} items.`,
  },
  arrayMaxSize: {
    code: 'too_many',
    vi: (most = '?') => `Nhiều nhất ${most} mục.`,
    en: (most = '?') => `At most ${most} items.`,
  },
  arrayUnique: { code: 'repeated', vi: () => 'Có mục lặp lại.', en: () => 'Has an item twice.' },
};

const otherwise = (sentence: string): Wording => ({
  code: 'not_valid',
  vi: () => 'Không hợp lệ.',
  en: () => `Is not valid: ${sentence}.`,
});

const missing: Wording = { code: 'missing', vi: () => 'Còn thiếu.', en: () => 'Is missing.' };

/* Where the kind of value is wrong, its length or range says nothing more. */
const kinds = new Set(
  'whitelistValidation isString isInt isNumber isBoolean isArray isObject nestedValidation'.split(
    ' ',
  ),
);

function wordingOf(name: string, sentence: string): Wording {
  if (name === 'isLength') {
    const isTooShort = sentence.includes('longer') && !sentence.includes('shorter');
    return wordingOf(isTooShort ? 'minLength' : 'maxLength', sentence);
  }
  return wordings[name] ?? otherwise(sentence);
}

/** What class-validator found, field by field, in both languages. */
export function fieldProblems(found: readonly ValidationError[], above = ''): FieldProblem[] {
  return found.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const field = above === '' ? property : `${above}.${property}`;
    const all = Object.entries(constraints);
    const ofKind = all.filter(([name]) => kinds.has(name)).slice(0, 1);
    const isMissing =
      all.length > 0 && (value === undefined || value === null) && !constraints.whitelistValidation;
    const own = (ofKind.length > 0 ? ofKind : all).map(([name, sentence]) => {
      const { code, vi, en } = wordingOf(name, sentence);
      const limits = sentence.replace(property, '').match(/-?\d+(\.\d+)?/g) ?? [];
      return { field, code, detailVi: vi(...limits), detailEn: en(...limits) };
    });
    const first = { field, code: missing.code, detailVi: missing.vi(), detailEn: missing.en() };
    return [...(isMissing ? [first] : own), ...fieldProblems(children, field)];
  });
}

/** The refusal of a body or a query whose shape is wrong; its `errors` say where. */
export function inputInvalid(found: readonly ValidationError[]): Refusal {
  return new Refusal(
    'input_invalid',
    'invalid',
    {
      vi: 'Có trường chưa đúng. Xem chi tiết ở từng trường.',
      en: 'Some fields are not right. Each says why.',
    },
    { errors: fieldProblems(found) },
  );
}
