import { Injectable } from '@nestjs/common';
import { recordAudits, type Deed } from '@phien/identity';
import { Clock, fairInstant, newId, type FairMoment } from '@phien/kernel';
import type { PlaceSet } from '@phien/places';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { readPlacedBooths, readStanding } from '../allocation/read-standing';
import { ApplicationCall } from '../application/application-call.entity';
import { applicationCodeHash, newApplicationCode } from '../application/application-code.rules';
import { tidied, type ApplicationContent } from '../application/application-content.rules';
import { ApplicationStep } from '../application/application-step.entity';
import { Application } from '../application/application.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { Fair } from '../fair/fair.entity';
import { ExhibitorPoints } from '../points/exhibitor-points.entity';
import { Product } from '../product/product.entity';
import {
  demoApplications,
  demoCallDays,
  type DemoApplicant,
  type DemoApplication,
} from './demo-applications.rules';

type Applicant = DemoApplicant & { exhibitor: Exhibitor; products: readonly Product[] };

interface Writing {
  fair: Fair;
  /** Who decides at the demo fair. */
  accountId: string;
}

/* Nobody's: after 00 comes a country, and none is called by 0. */
const phoneOf = (number: number) => `0000 000 ${String(number).padStart(3, '0')}`;
const REPRESENTATIVE = 'Người đại diện (thử nghiệm)';

/**
 * Writes applications for part of those who stand at a demo fair, as if each had been sent, read and
 * accepted for the exhibitor it became, and priority points with their reasons. A fair that ever
 * called for applications, or that is over, stays as it is. Times of the fair lie before its days.
 */
@Injectable()
export class KeepDemoApplications {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ fairId, accountId }: { fairId: string; accountId: string }): Promise<void> {
    if (await this.source.manager.existsBy(ApplicationCall, { fairId })) return;
    await inTransaction(this.source, async (em) => {
      const fair = await em.findOneByOrFail(Fair, { id: fairId });
      await lockExclusive(em, 'fair', fair.code);
      if (await em.existsBy(ApplicationCall, { fairId })) return;
      if (!FAIR_STATE_RULES[fair.state].changesPlan) return;
      await this.make(em, { fair, accountId });
    });
  }

  private async make(em: EntityManager, writing: Writing): Promise<void> {
    const { fair } = writing;
    const [{ day: firstDay } = { day: '' }] = await em.find(FairDay, {
      where: { fairId: fair.id },
      order: { day: 'ASC' },
      take: 1,
    });
    const booths = await readPlacedBooths(em, fair.id);
    const everybody = await this.readEverybody(em, fair.id, booths);
    const applications = demoApplications(fair.code, firstDay, everybody, booths);
    const days = demoCallDays(firstDay);
    const deeds = [
      ...(await writeCall(em, writing, days)),
      ...(await writeApplications(em, writing, applications)),
      ...(await writePoints(em, writing, { applications, on: days.pointsOn })),
    ];
    await recordAudits(em, deeds);
    await raisePlanVersion(em, fair.id);
  }

  /** In the order of the plan, so that everybody comes in the same order in each database. */
  private async readEverybody(
    em: EntityManager,
    fairId: string,
    booths: readonly { code: string; zoneId: string }[],
  ): Promise<Applicant[]> {
    const standing = await readStanding(em, fairId, this.clock.now());
    const exhibitors = await em.findBy(Exhibitor, { fairId });
    const products = await em.find(Product, {
      where: { fairId, withdrawnAt: IsNull() },
      order: { barcode: 'ASC' },
    });
    return exhibitors
      .flatMap((exhibitor): Applicant[] => {
        const held = standing
          .filter(({ exhibitorId }) => exhibitorId === exhibitor.id)
          .sort((a, b) => (a.boothCode < b.boothCode ? -1 : 1));
        const own = products.filter(({ exhibitorId }) => exhibitorId === exhibitor.id);
        const zoneId = booths.find(({ code }) => code === held[0]?.boothCode)?.zoneId;
        if (zoneId === undefined || own.length === 0) return [];
        const { name, delegationId, isDemo } = exhibitor;
        const stars = own.flatMap(({ star }) => star ?? []);
        return [
          {
            ...{ name, delegationId, isDemo, zoneId, exhibitor, products: own },
            boothCodes: held.map(({ boothCode }) => boothCode),
            units: held[0]!.sixths.length,
            bestStar: stars.length > 0 ? Math.max(...stars) : null,
            classCodes: own.flatMap(({ classCode }) => classCode ?? []),
          },
        ];
      })
      .sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  }
}

const placeKey = ({ boothCodes, name }: Applicant) => `${boothCodes[0]} ${name}`;

const instantOf = ({ timeZone }: Fair, { day, minute }: FairMoment) =>
  fairInstant(day, minute, timeZone);

async function writeCall(
  em: EntityManager,
  { fair, accountId }: Writing,
  { calledOn, lastDay }: ReturnType<typeof demoCallDays>,
): Promise<Deed[]> {
  const said = { lastDay, showsPlace: false };
  await em.insert(ApplicationCall, {
    ...{ fairId: fair.id, ...said, changedBy: accountId },
    changedAt: instantOf(fair, { day: calledOn, minute: 8 * 60 }),
  });
  const detail = { ...said, lastDayBefore: null };
  const of = { fairId: fair.id, accountId, subjectId: fair.id };
  return [{ ...of, action: 'application_call_set', detail }];
}

async function writeApplications(
  em: EntityManager,
  { fair, accountId }: Writing,
  applications: readonly DemoApplication<Applicant>[],
): Promise<Deed[]> {
  const fairId = fair.id;
  const written = applications.map(({ applicant: { exhibitor }, ...application }, at) => ({
    ...{ id: newId(), number: at + 1, exhibitorId: exhibitor.id, exhibitor },
    content: contentOf(applications[at]!, at + 1),
    startedAt: instantOf(fair, application.startedAt),
    sentAt: instantOf(fair, application.sentAt),
    acceptedAt: instantOf(fair, application.acceptedAt),
  }));
  await em.insert(
    Application,
    written.map(({ id, number, exhibitorId, exhibitor, content, ...at }) => ({
      ...{ fairId, id, number, exhibitorId, state: 'accepted' as const, version: 3 },
      codeHash: applicationCodeHash(fairId, newApplicationCode()),
      language: exhibitor.origin === 'foreign' ? ('en' as const) : ('vi' as const),
      ...{ content, sent: content, waitingOrder: null },
      ...{ createdAt: at.startedAt, sentAt: at.sentAt, changedAt: at.acceptedAt },
    })),
  );
  await em.insert(
    ApplicationStep,
    written.flatMap(({ id, sentAt, acceptedAt }) => {
      const step = { fairId, applicationId: id, message: null, changed: [] };
      return [
        { ...step, number: 1, action: 'send', state: 'sent', accountId: null, at: sentAt },
        { ...step, number: 2, action: 'accept', state: 'accepted', accountId, at: acceptedAt },
      ] as const;
    }),
  );
  await em.query(
    `UPDATE exhibitor e
        SET representative = coalesce(e.representative, $4),
            contact_phone = coalesce(e.contact_phone, said.phone)
       FROM unnest($2::uuid[], $3::text[]) AS said (id, phone)
      WHERE e.fair_id = $1 AND e.id = said.id`,
    [
      fairId,
      written.map(({ exhibitorId }) => exhibitorId),
      written.map(({ number }) => phoneOf(number)),
      REPRESENTATIVE,
    ],
  );
  return written.flatMap(({ id, number, exhibitorId, exhibitor: { taxCode, ...exhibitor } }) => {
    const isContactChanged = exhibitor.representative === null || exhibitor.contactPhone === null;
    const completed = { before: { taxCode }, after: { taxCode }, isContactChanged };
    return [
      {
        ...{ fairId, accountId: null, action: 'application_sent', subjectId: id },
        detail: { number, changed: [] },
      },
      {
        ...{ fairId, accountId, action: 'exhibitor_changed', subjectId: exhibitorId },
        detail: { ...completed, applicationId: id },
      },
      {
        ...{ fairId, accountId, action: 'application_accepted', subjectId: id },
        detail: { number, exhibitorId, isNew: false },
      },
    ];
  });
}

function contentOf(
  { applicant: { exhibitor, products }, wishes, note }: DemoApplication<Applicant>,
  number: number,
): ApplicationContent {
  const { kind, name, paysVat, countryCode, placeSet, placeCode } = exhibitor;
  return tidied({
    ...{ kind, name, paysVat, countryCode, representative: REPRESENTATIVE, phone: phoneOf(number) },
    ...(placeSet !== null && placeCode !== null && { placeSet: placeSet as PlaceSet, placeCode }),
    products: products.map(
      ({ name: product, classCode, star, priceVnd, unit, vatRatePercent }) => ({
        ...{ name: product, classCode, star, priceVnd, unit, vatRatePercent },
      }),
    ),
    wishes,
    ...(note !== null && { note }),
  });
}

async function writePoints(
  em: EntityManager,
  { fair, accountId }: Writing,
  { applications, on }: { applications: readonly DemoApplication<Applicant>[]; on: string },
): Promise<Deed[]> {
  const fairId = fair.id;
  const has = await em.findBy(ExhibitorPoints, { fairId });
  const given = applications.flatMap(({ applicant, points }) =>
    points === null || has.some(({ exhibitorId }) => exhibitorId === applicant.exhibitor.id)
      ? []
      : [{ ...points, exhibitorId: applicant.exhibitor.id }],
  );
  await em.insert(
    ExhibitorPoints,
    given.map((points) => ({
      ...{ fairId, id: newId(), ...points, revision: 1, setBy: accountId },
      setAt: instantOf(fair, { day: on, minute: 9 * 60 }),
    })),
  );
  return given.map(({ exhibitorId, points, reason }) => ({
    ...{ fairId, accountId, action: 'points_set', subjectId: exhibitorId },
    detail: { before: null, after: points, reason },
  }));
}
