export { placeKeyOf, sharedGrounds, type NamedUnits, type SharedGround } from './grounds.rules';
export type {
  CommuneKind,
  DistrictKind,
  Place,
  PlaceKey,
  PlaceKind,
  PlaceLife,
  PlaceSet,
  ProvinceKind,
} from './place';
export {
  communesOfFormerDistrict,
  countries,
  countryName,
  findPlace,
  findPlacesByName,
  formerDistricts,
  islandsOf,
  isCountryCode,
  lifeOn,
  placeRows,
  provinceSetOn,
  provincesOn,
  quangNinhUnitsOn,
  successorsOn,
  tileOf,
} from './places.rules';
