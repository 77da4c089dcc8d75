import { shots as board } from './board.shots';
import { shots as compare } from './compare.shots';
import { shots as declared } from './declared.shots';
import { shots as frame } from './frame.shots';
import { shots as gate } from './gate.shots';
import { shots as my } from './my.shots';
import { shots as people } from './people.shots';
import { shots as plan } from './plan.shots';
import { shots as published } from './public.shots';
import { shots as reports } from './reports.shots';
import type { Shot } from './shot';
import { shots as sign } from './sign.shots';
import { shots as till } from './till.shots';
import { shots as tills } from './tills.shots';
import { shots as wall } from './wall.shots';

/** Every picture of the product, screen by screen; the gates come last, for there the fair is filled up. */
export const shots: readonly Shot[] = [
  ...people,
  ...plan,
  ...till,
  ...board,
  ...tills,
  ...reports,
  ...published,
  ...sign,
  ...compare,
  ...my,
  ...declared,
  ...wall,
  ...frame,
  ...gate,
];
