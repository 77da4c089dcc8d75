import type { Language } from '@phien/kernel';

/** What a plan sheet says, in the language it is wanted in. */
export interface SheetWords {
  draft: string;
  publishedAs: (version: number, on: string) => string;
  draftOf: (save: number, published: number, differences: number) => string;
  madeOn: (on: string) => string;
  figure: (facts: { booths: number; zones: number; gates: number; exits: number }) => string;
  scale: (scale: string, paper: string) => string;
  north: string;
  legend: string;
  boothFree: string;
  boothGiven: string;
  openSide: string;
  aisle: string;
  gate: string;
  exit: string;
  stage: string;
  power: string;
  water: string;
  ventilation: string;
  marks: { power: string; water: string; ventilation: string };
  zones: string;
  zoneFacts: (booths: string, area: string) => string;
  moreZones: (count: number) => string;
  hall: (width: string, depth: string, area: string) => string;
}

export const sheetWords: Record<Language, SheetWords> = {
  vi: {
    draft: 'Bản nháp',
    publishedAs: (version, on) => `Sơ đồ đã công bố, bản số ${version}, ${on}`,
    draftOf: (save, published, differences) =>
      `Bản nháp, lần lưu ${save}: khác bản đã công bố số ${published} ở ${differences} chỗ`,
    madeOn: (on) => `Xuất lúc ${on}`,
    figure: ({ booths, zones, gates, exits }) =>
      `Sơ đồ hội chợ: ${booths} gian trong ${zones} khu, ${gates} cổng, ${exits} lối thoát hiểm.`,
    scale: (scale, paper) => `Tỷ lệ 1:${scale} trên giấy ${paper}`,
    north: 'B',
    legend: 'Ký hiệu',
    boothFree: 'Gian còn trống',
    boothGiven: 'Gian đã giao',
    openSide: 'Mặt mở của gian',
    aisle: 'Lối đi',
    gate: 'Cổng',
    exit: 'Lối thoát hiểm',
    stage: 'Sân khấu',
    power: 'Điểm điện',
    water: 'Điểm nước',
    ventilation: 'Điểm thông gió',
    marks: { power: 'Đ', water: 'N', ventilation: 'G' },
    zones: 'Các khu',
    zoneFacts: (booths, area) => `${booths} gian, ${area} m² gian`,
    moreZones: (count) => `Và ${count} khu nữa.`,
    hall: (width, depth, area) => `Nhà ${width} × ${depth} m, ${area} m²`,
  },
  en: {
    draft: 'Draft',
    publishedAs: (version, on) => `Published plan, version ${version}, ${on}`,
    draftOf: (save, published, differences) =>
      `Draft, save ${save}: ${differences} differences from published version ${published}`,
    madeOn: (on) => `Made ${on}`,
    figure: ({ booths, zones, gates, exits }) =>
      `Plan of the fair: ${booths} booths in ${zones} zones, ${gates} gates, ${exits} emergency exits.`,
    scale: (scale, paper) => `Scale 1:${scale} on ${paper}`,
    north: 'N',
    legend: 'Legend',
    boothFree: 'Free booth',
    boothGiven: 'Given booth',
    openSide: 'Open side of a booth',
    aisle: 'Aisle',
    gate: 'Gate',
    exit: 'Emergency exit',
    stage: 'Stage',
    power: 'Power point',
    water: 'Water point',
    ventilation: 'Ventilation point',
    marks: { power: 'P', water: 'W', ventilation: 'V' },
    zones: 'Zones',
    zoneFacts: (booths, area) => `${booths} booths, ${area} m² of booths`,
    moreZones: (count) => `And ${count} more zones.`,
    hall: (width, depth, area) => `Hall ${width} × ${depth} m, ${area} m²`,
  },
};
