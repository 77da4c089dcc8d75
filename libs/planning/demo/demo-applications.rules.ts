import { fairDayPlus, type FairMoment } from '@phien/kernel';
import type { ApplicationWishes } from '../application/application-content.rules';
import { goodsOf } from '../suggestion/goods.rules';
import { diceFor, type Dice } from './random.rules';

/** Somebody at a demo fair who may have come by an application. */
export interface DemoApplicant {
  name: string;
  delegationId: string | null;
  zoneId: string;
  boothCodes: readonly string[];
  /** Sixths used of each. */
  units: number;
  /** The most OCOP stars of what it sells; null without any. */
  bestStar: number | null;
  classCodes: readonly string[];
  isDemo: boolean;
}

/** What one of them asked for, when, and what organizers gave it. */
export interface DemoApplication<Applicant> {
  applicant: Applicant;
  wishes: ApplicationWishes;
  note: string | null;
  points: { points: number; reason: string } | null;
  startedAt: FairMoment;
  sentAt: FairMoment;
  acceptedAt: FairMoment;
}

/** When a demo fair called for applications, until when, and when points were given. */
export const demoCallDays = (firstDay: string) => ({
  calledOn: fairDayPlus(firstDay, -60),
  lastDay: fairDayPlus(firstDay, -21),
  pointsOn: fairDayPlus(firstDay, -14),
});

const COOKED = 'I.3.a';
const COOLED = 'I.1.b';
const POURED: ReadonlySet<string> = new Set(['I.5.a', 'I.5.b', 'I.6']);
/* Codes run from the gates inwards: what people pick on a plan are the first ones. */
const PICKED_AMONG = 24;
const [MORNING, EVENING, OFFICE_CLOSES] = [8 * 60, 21 * 60, 17 * 60];

/**
 * Who of a demo fair came by an application, in the order of sending: of those made for the demo
 * nearly all with five stars, most of those who cook or have four, and some of the others. In the
 * mouth of a producer that exists nothing is put. The same word and people give the same applications.
 */
export function demoApplications<Applicant extends DemoApplicant>(
  word: string,
  firstDay: string,
  everybody: readonly Applicant[],
  boothCodes: readonly { zoneId: string; code: string }[],
): DemoApplication<Applicant>[] {
  const dice = diceFor(`${word} applications`);
  const applicants = everybody
    .filter(({ isDemo }) => isDemo)
    .map((applicant) => ({ applicant, throwOf: dice.next(), order: dice.next() }))
    .filter(({ applicant, throwOf }) => throwOf < chanceOf(applicant))
    .sort((a, b) => a.order - b.order);
  const days = 38 / applicants.length;
  return applicants.map(({ applicant }, at) => {
    const day = fairDayPlus(firstDay, Math.floor(at * days) - 59);
    const sent = dice.whole(MORNING + 60, EVENING);
    return {
      applicant,
      wishes: wishesOf(applicant, { everybody, boothCodes, dice }),
      note: noteOf(applicant),
      points: pointsOf(applicant, dice),
      startedAt: { day, minute: sent - dice.whole(10, 60) },
      sentAt: { day, minute: sent },
      acceptedAt: {
        day: fairDayPlus(day, dice.whole(1, 5)),
        minute: dice.whole(MORNING, OFFICE_CLOSES),
      },
    };
  });
}

const cooks = ({ classCodes, units }: DemoApplicant) => units === 6 && classCodes.includes(COOKED);

function chanceOf(applicant: DemoApplicant): number {
  if (applicant.bestStar === 5) return 0.95;
  if (cooks(applicant)) return 0.75;
  return applicant.bestStar === 4 ? 0.5 : 0.25;
}

interface Around {
  everybody: readonly DemoApplicant[];
  boothCodes: readonly { zoneId: string; code: string }[];
  dice: Dice;
}

function wishesOf(applicant: DemoApplicant, around: Around): ApplicationWishes {
  const { bestStar, classCodes, units, boothCodes } = applicant;
  const size = Math.max(1, boothCodes.length);
  const isWhole = units === 6;
  const isCooking = cooks(applicant);
  const isCooling = classCodes.includes(COOLED);
  const isPouring = classCodes.some((code) => POURED.has(code));
  const { dice } = around;
  const [leads, wantsGate] = [dice.next(), dice.next()];
  const choices = isWhole && dice.next() < 0.35 ? picked(applicant, around) : [];
  const together = dice.next() < 0.25 ? besideWhom(applicant, around) : [];
  const apart = isWhole && dice.next() < 0.15 ? awayFromWhom(applicant, around) : [];
  return {
    ...(size > 1 && { size }),
    ...(!isWhole && { units }),
    ...((isCooking || isCooling || isPouring) && { power: true }),
    ...((isCooking || isCooling) && { water: true }),
    ...(isCooking && { cook: true }),
    ...(isWhole && (bestStar === 5 || (bestStar === 4 && leads < 0.4)) && { corner: true }),
    ...(isWhole && (bestStar === 5 || (bestStar === 4 && leads >= 0.3)) && { front: true }),
    ...(wantsGate < (isCooking ? 0.5 : 0.2) && { gate: true }),
    ...(choices.length > 0 && { choices }),
    ...(together.length > 0 && { together }),
    ...(apart.length > 0 && { apart }),
  };
}

/* One to three booths of its own zone, the best first. */
function picked({ zoneId }: DemoApplicant, { boothCodes, dice }: Around): string[] {
  const codes = boothCodes.filter((booth) => booth.zoneId === zoneId).slice(0, PICKED_AMONG);
  const count = Math.min(codes.length, dice.whole(1, 3));
  return Array.from(
    { length: count },
    () => codes.splice(dice.whole(0, codes.length - 1), 1)[0]!.code,
  );
}

/* Somebody of its own delegation in another booth. */
function besideWhom(applicant: DemoApplicant, { everybody, dice }: Around): string[] {
  const { delegationId, boothCodes } = applicant;
  return anyOf(
    dice,
    everybody.filter(
      (other) =>
        delegationId !== null &&
        other.delegationId === delegationId &&
        !other.boothCodes.some((code) => boothCodes.includes(code)),
    ),
  );
}

/* Somebody made for the demo, of another delegation, who sells the same in its zone. */
function awayFromWhom(applicant: DemoApplicant, { everybody, dice }: Around): string[] {
  const { mainClass } = goodsOf(applicant.classCodes);
  return anyOf(
    dice,
    everybody.filter(
      (other) =>
        other.isDemo &&
        mainClass !== null &&
        other.zoneId === applicant.zoneId &&
        other.delegationId !== applicant.delegationId &&
        goodsOf(other.classCodes).mainClass === mainClass,
    ),
  );
}

const anyOf = (dice: Dice, all: readonly DemoApplicant[]): string[] =>
  all.length === 0 ? [] : [all[dice.whole(0, all.length - 1)]!.name];

function noteOf(applicant: DemoApplicant): string | null {
  if (cooks(applicant)) return 'Nấu tại gian bằng bếp điện, xin một ổ cắm riêng.';
  return applicant.bestStar === 5 && applicant.units === 6
    ? 'Có tủ trưng bày cao 2 m cho sản phẩm 5 sao.'
    : null;
}

function pointsOf({ bestStar }: DemoApplicant, dice: Dice): DemoApplication<never>['points'] {
  if (bestStar === 5) return { points: 50, reason: 'Có sản phẩm OCOP 5 sao' };
  if (bestStar === 4) return { points: 30, reason: 'Có sản phẩm OCOP 4 sao' };
  return dice.next() < 0.4 ? { points: 20, reason: 'Đã dự ba kỳ hội chợ liền trước' } : null;
}
