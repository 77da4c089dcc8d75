import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import {
  countries,
  formerDistricts,
  lifeOn,
  provincesOn,
  quangNinhUnitsOn,
  type Place,
} from '@phien/places';
import { DataSource } from 'typeorm';
import { firstDayOf } from '../fair/first-day';
import { PlaceChoicesDto } from './exhibitor.dto';

const VIETNAM = 'VN';

/** Where somebody can come from: places as they are on a day, on the fair's first unless told. */
@Injectable()
export class ListPlaceChoices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, wanted?: string): Promise<PlaceChoicesDto> {
    const day = wanted ?? (await firstDayOf(this.source.manager, this.clock, fairId));
    const choice = (place: Place) => {
      const { fullNameVi, fullNameEn } = lifeOn(place, day);
      return { set: place.set, code: place.code, nameVi: fullNameVi, nameEn: fullNameEn };
    };
    const english = new Map(countries('en').map(({ code, name }) => [code, name]));
    return {
      ownUnits: quangNinhUnitsOn(day).map(choice),
      provinces: provincesOn(day).map(choice),
      formerDistricts: formerDistricts().map(choice),
      countries: countries('vi')
        .filter(({ code }) => code !== VIETNAM)
        .map(({ code, name }) => ({ code, nameVi: name, nameEn: english.get(code) ?? code })),
    };
  }
}
