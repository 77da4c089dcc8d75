import { Refusal } from '@phien/kernel';

export const pastFairNotFound = () =>
  new Refusal('past_fair_not_found', 'not_found', {
    vi: 'Chưa ghi hội chợ cũ nào như vậy.',
    en: 'No such past fair is on record.',
  });

export const pastFairKnown = (nameVi: string) =>
  new Refusal('past_fair_known', 'conflict', {
    vi: `Hội chợ "${nameVi}" đã có trong danh sách, với nội dung khác.`,
    en: `The fair "${nameVi}" is on record already, and not the same.`,
  });

export const pastFairUnnamed = () =>
  new Refusal('past_fair_unnamed', 'invalid', {
    vi: 'Tên hội chợ phải có chữ hoặc số.',
    en: 'The name of a fair needs letters or digits.',
  });

export const pastFairDaysWrong = () =>
  new Refusal('past_fair_days_wrong', 'invalid', {
    vi: 'Ngày cuối phải sau ngày đầu.',
    en: 'The last day must not be before the first.',
  });

export const pastSourceMissing = () =>
  new Refusal('past_source_missing', 'invalid', {
    vi: 'Hãy ghi tên bài hoặc đường dẫn của nguồn: ai đọc con số cũng phải tìm lại được.',
    en: 'Say the title or the address of the source: whoever reads the figure must find it again.',
  });

export const pastPartUnclear = () =>
  new Refusal('past_part_unclear', 'invalid', {
    vi: 'Hãy nói rõ con số này là của địa phương, nước hay phần nào, và chỉ một.',
    en: 'Say of which place, country or part the figure speaks, and of one alone.',
  });

export const pastFigureNotFound = () =>
  new Refusal('past_figure_not_found', 'not_found', {
    vi: 'Hội chợ cũ này không có con số đó.',
    en: 'This past fair has no such figure.',
  });

export const pastFigureConflict = () =>
  new Refusal('past_figure_conflict', 'conflict', {
    vi: 'Con số này đã được ghi với nội dung khác.',
    en: 'This figure was already written, and not the same.',
  });

export const pastFigureNotYours = () =>
  new Refusal('past_figure_not_yours', 'conflict', {
    vi: 'Chỉ ban tổ chức hội chợ đã ghi con số này mới rút lại được. Hãy chọn con số khác để so sánh.',
    en: 'Only organizers of the fair that added this figure may retract it. Choose another to compare with.',
  });

export const pastFigureNotWhole = () =>
  new Refusal('past_figure_not_whole', 'conflict', {
    vi: 'Chỉ chọn được con số của cả kỳ và chưa bị rút lại.',
    en: 'Only a figure of the whole fair that was not retracted can be chosen.',
  });
