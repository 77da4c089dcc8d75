/** The four lists of administrative units; a code means something only within its set. */
export type PlaceSet = '63' | '34' | 'qn-districts' | 'qn-communes';

export type ProvinceKind = 'municipality' | 'province';
export type DistrictKind = 'city' | 'town' | 'district';
export type CommuneKind = 'ward' | 'commune' | 'specialZone';
export type PlaceKind = ProvinceKind | DistrictKind | CommuneKind;

/** What a unit was called, and what it was, for a time. Dates are inclusive 'YYYY-MM-DD'. */
export interface PlaceLife {
  kind: PlaceKind;
  nameVi: string;
  nameEn: string;
  fullNameVi: string;
  fullNameEn: string;
  validFrom: string | null;
  validTo: string | null;
}

export interface PlaceKey {
  set: PlaceSet;
  code: string;
}

/**
 * An administrative unit. (set, code) is its key, for codes are used again by other units later.
 *
 * Three units changed rank or name and kept their code within a set (Thừa Thiên Huế became Huế city
 * on 2025-01-01, the town of Đông Triều a city on 2024-11-01, Đồng Nai a municipality on
 * 2026-04-30). That is one unit with several lives, oldest first, and not several units: whoever
 * refers to it need not know on which day it was promoted.
 */
export interface Place extends PlaceKey {
  lives: readonly [PlaceLife, ...PlaceLife[]];
  /** The units that took its ground when it ended, the main one first; none while it lives. */
  successors: readonly PlaceKey[];
  /** The district units of before 2025-07-01 a commune was formed from, the main one first. */
  formerDistricts: readonly string[];
}
