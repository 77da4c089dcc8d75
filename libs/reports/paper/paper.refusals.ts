import { Refusal } from '@phien/kernel';

export const paperNotFound = () =>
  new Refusal('paper_not_found', 'not_found', {
    vi: 'Không có giấy tờ này.',
    en: 'There is no such document.',
  });

export const paperNotReady = () =>
  new Refusal('paper_not_ready', 'not_found', {
    vi: 'Giấy tờ này đang được lập, hoặc chưa ai yêu cầu lập bản tệp này.',
    en: 'This document is being made, or nobody has asked for this file of it.',
  });

export const paperForOrganizers = () =>
  new Refusal('paper_for_organizers', 'forbidden', {
    vi: 'Chỉ ban tổ chức lập được loại giấy tờ này.',
    en: 'Only organizers make this kind of document.',
  });

export const paperExhibitorMissing = () =>
  new Refusal('paper_exhibitor_missing', 'invalid', {
    vi: 'Hãy chọn đơn vị: loại giấy tờ này lập riêng cho từng đơn vị.',
    en: 'Choose an exhibitor: this kind of document is made for each of them.',
  });
