import { Refusal } from '@phien/kernel';
import type { SumCheck } from '../closing/sums.rules';

/** The row does not give the hash it carries: somebody changed it in the database. */
export const closingAltered = () =>
  new Refusal('closing_altered', 'conflict', {
    vi: 'Số liệu của bản này không còn khớp mã băm của chính nó nên không ký được. Hãy báo người trông máy chủ.',
    en: 'The figures of this revision no longer give its own hash, so it cannot be signed. Tell whoever runs the server.',
  });

export const otherHashReviewed = () =>
  new Refusal('other_hash_reviewed', 'conflict', {
    vi: 'Bản đang mở trên màn hình không phải bản trên máy chủ. Hãy mở lại rồi xem trước khi ký.',
    en: 'What stands on the screen is not the revision on the server. Open it again and review it before signing.',
  });

export const newerRevisionThere = (revision: number) =>
  new Refusal(
    'newer_revision_there',
    'conflict',
    {
      vi: `Ngày này đã có bản ${revision}. Hãy xem và ký bản mới nhất.`,
      en: `The day already has revision ${revision}. Review and sign the newest one.`,
    },
    { revision },
  );

export const partsDoNotSum = (wrong: readonly SumCheck[]) =>
  new Refusal(
    'parts_do_not_sum',
    'conflict',
    {
      vi: 'Có phần không cộng lại bằng tổng. Muốn ký, hãy ghi rõ vì sao vẫn chấp nhận.',
      en: 'Some parts do not sum to their total. To sign, write down why it is accepted all the same.',
    },
    { wrong },
  );

export const nothingToExcept = () =>
  new Refusal('nothing_to_except', 'invalid', {
    vi: 'Mọi phần đều cộng lại bằng tổng nên không có ngoại lệ nào để ghi.',
    en: 'All parts sum to their totals, so there is no exception to write down.',
  });

/** Closing by itself and signing do not meet: a signed day is closed again by a person alone. */
export const dayIsSigned = () =>
  new Refusal('day_is_signed', 'conflict', {
    vi: 'Ngày này đã ký: bản sửa đổi phải do một người lập và ghi lý do.',
    en: 'The day is signed: its next revision takes a person and their reason.',
  });
