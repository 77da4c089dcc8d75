import { Refusal } from '@phien/kernel';

export const fairNotSealed = () =>
  new Refusal('fair_not_sealed', 'conflict', {
    vi: 'Hội chợ chưa niêm phong: số liệu còn có thể thay đổi nên chưa lập lưu trữ được.',
    en: 'The fair is not sealed: its figures may still change, so no archive is made yet.',
  });

export const archiveNotFound = () =>
  new Refusal('archive_not_found', 'not_found', {
    vi: 'Không có bản lưu trữ này.',
    en: 'There is no such archive.',
  });
