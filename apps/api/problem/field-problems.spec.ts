import 'reflect-metadata';

import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  validate,
  ValidateNested,
} from 'class-validator';
import { fieldProblems } from './field-problems';

class CountedLine {
  @IsInt()
  @Min(1)
  @Max(99)
  pieces2: number;
}

class Order {
  @IsString()
  @Length(2, 5)
  code: string;

  @IsIn(['north', 'south'])
  side: string;

  @Matches(/^\d{4}$/)
  year: string;

  @ValidateNested({ each: true })
  @Type(() => CountedLine)
  @ArrayMaxSize(2)
  lines: CountedLine[];
}

const fine = { code: 'A12', side: 'north', year: '2025', lines: [{ pieces2: 3 }] };

async function problemsOf(changed: object): Promise<string[]> {
  const order = plainToInstance(Order, { ...fine, ...changed });
  const found = await validate(order, { whitelist: true, forbidNonWhitelisted: true });
  return fieldProblems(found).map(({ field, code, detailEn }) => `${field} ${code}: ${detailEn}`);
}

it.each<[object, string[]]>([
  [{}, []],
  [{ code: undefined }, ['code missing: Is missing.']],
  [{ code: null }, ['code missing: Is missing.']],
  [{ code: 12 }, ['code not_a_text: Must be a text.']],
  [{ code: 'A' }, ['code too_short: At least 2 characters.']],
  [{ code: 'ABCDEF' }, ['code too_long: At most 5 characters.']],
  [{ side: 'up' }, ['side not_a_choice: Is none of the choices.']],
  [{ year: '25' }, ['year wrong_shape: Has the wrong shape.']],
  [{ colour: 'red' }, ['colour unknown_field: There is no such field.']],
  [
    { lines: [{ pieces2: 3 }, { pieces2: 100 }] },
    ['lines.1.pieces2 too_large: Must not be more than 99.'],
  ],
  [{ lines: [{ pieces2: 0 }] }, ['lines.0.pieces2 too_small: Must not be less than 1.']],
  [{ lines: [{ pieces2: '3' }] }, ['lines.0.pieces2 not_a_whole_number: Must be a whole number.']],
  [
    { lines: [{ pieces2: 1 }, { pieces2: 2 }, { pieces2: 3 }] },
    ['lines too_many: At most 2 items.'],
  ],
])('%j', async (changed, expected) => {
  expect(await problemsOf(changed)).toEqual(expected);
});

it('says it in Vietnamese as well', async () => {
  const found = await validate(plainToInstance(Order, { ...fine, code: 'A' }));
  expect(fieldProblems(found)).toMatchObject([{ detailVi: 'Ít nhất 2 ký tự.' }]);
});
