import { Injectable } from '@nestjs/common';
import { Caller, recordAudit, recordAudits, type Deed } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { homeOf } from '../exhibitor/exhibitor-origin.rules';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { checkCatalogueRoom } from '../product/check-product';
import { Product } from '../product/product.entity';
import { sameName } from '../roster/likeness.rules';
import type { ApplicationContent } from './application-content.rules';
import { AcceptApplicationDto, ApplicationDto } from './application.dto';
import { applicationVatDiffers, exhibitorHasApplication } from './application.refusals';
import { describeApplication } from './describe-application';
import { checkStep, holdApplication, isRepeated, takeStep } from './take-step';

interface Accepting {
  fairId: string;
  applicationId: string;
  accountId: string;
}

/**
 * Accepts an application: makes the exhibitor with its products, or takes one that the fair has and
 * adds what it lacks, in one transaction; the same again is once. Refuses `application_not_found`,
 * `application_stands_else`, `application_changed`, `fair_is_over`, `exhibitor_not_found`,
 * `exhibitor_has_application`, `application_vat_differs`, `catalogue_full`.
 */
@Injectable()
export class AcceptApplication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, applicationId }: { fairId: string; applicationId: string },
    { version, exhibitorId }: AcceptApplicationDto,
  ): Promise<ApplicationDto> {
    const step = { action: 'accept', accountId, message: null } as const;
    try {
      const { accepted, moved } = await inTransaction(this.source, async (em) => {
        let moved: number | null = null;
        const application = await holdApplication(em, fairId, applicationId);
        const isSame = exhibitorId === undefined || exhibitorId === application.exhibitorId;
        if (!isSame || !(await isRepeated(em, application, { ...step, version }))) {
          await checkStep(em, application, { ...step, version });
          const { state } = await em.findOneByOrFail(Fair, { id: fairId });
          if (!FAIR_STATE_RULES[state].changesPlan) throw fairIsOver();
          const content = application.sent ?? {};
          const by = { fairId, applicationId, accountId };
          const exhibitor =
            exhibitorId === undefined
              ? await addExhibitor(em, by, content)
              : await completeExhibitor(em, by, { id: exhibitorId, content });
          await addProducts(em, by, { exhibitor, content });
          application.exhibitorId = exhibitor.id;
          const detail = { exhibitorId: exhibitor.id, isNew: exhibitorId === undefined };
          await takeStep(em, application, { ...step, at: this.clock.now() }, detail);
          moved = await raisePlanVersion(em, fairId);
        }
        return { accepted: await describeApplication(em, fairId, applicationId), moved };
      });
      if (moved !== null) this.bell.ring(fairId, moved);
      return accepted;
    } catch (error) {
      if (brokenConstraint(error) === 'application_fair_id_exhibitor_id_key') {
        throw exhibitorHasApplication();
      }
      throw error;
    }
  }
}

async function addExhibitor(
  em: EntityManager,
  { fairId, applicationId, accountId }: Accepting,
  content: ApplicationContent,
): Promise<Exhibitor> {
  const { kind = 'household', name = '', taxCode = null, paysVat = false } = content;
  const { countryCode, placeSet, placeCode, representative = null, phone = null } = content;
  const home = homeOf({ countryCode, placeSet, placeCode });
  const said = { name, kind, paysVat, taxCode, delegationId: null, formerDistrict: null, ...home };
  const exhibitor = em.create(Exhibitor, {
    ...said,
    fairId,
    id: newId(),
    isDemo: false,
    representative,
    contactPhone: phone,
  });
  await em.insert(Exhibitor, exhibitor);
  await recordAudit(em, {
    fairId,
    accountId,
    action: 'exhibitor_added',
    subjectId: exhibitor.id,
    detail: { ...said, applicationId },
  });
  return exhibitor;
}

/* What the fair knows of an exhibitor stands; an application fills in what was not known. */
async function completeExhibitor(
  em: EntityManager,
  { fairId, applicationId, accountId }: Accepting,
  { id, content }: { id: string; content: ApplicationContent },
): Promise<Exhibitor> {
  const exhibitor = await em.findOne(Exhibitor, {
    where: { fairId, id },
    lock: { mode: 'for_no_key_update' },
  });
  if (!exhibitor) throw exhibitorNotFound();
  if (exhibitor.paysVat !== (content.paysVat ?? false)) throw applicationVatDiffers();
  const taxCode = exhibitor.taxCode ?? content.taxCode ?? null;
  const representative = exhibitor.representative ?? content.representative ?? null;
  const contactPhone = exhibitor.contactPhone ?? content.phone ?? null;
  await em.update(Exhibitor, { fairId, id }, { taxCode, representative, contactPhone });
  await recordAudit(em, {
    fairId,
    accountId,
    action: 'exhibitor_changed',
    subjectId: id,
    detail: {
      before: { taxCode: exhibitor.taxCode },
      after: { taxCode },
      isContactChanged:
        exhibitor.representative !== representative || exhibitor.contactPhone !== contactPhone,
      applicationId,
    },
  });
  return exhibitor;
}

/* Stars stand as the applicant said them and organizers accepted, without a certificate until it is given. */
async function addProducts(
  em: EntityManager,
  { fairId, applicationId, accountId }: Accepting,
  { exhibitor, content }: { exhibitor: Exhibitor; content: ApplicationContent },
): Promise<void> {
  const exhibitorId = exhibitor.id;
  const kept = await em.findBy(Product, { fairId, exhibitorId, withdrawnAt: IsNull() });
  const known = new Set(kept.map(({ name }) => sameName(name)));
  const deeds: Deed[] = [];
  for (const {
    name = '',
    classCode,
    star,
    priceVnd,
    unit = '',
    vatRatePercent,
  } of content.products ?? []) {
    if (known.has(sameName(name))) continue;
    known.add(sameName(name));
    await checkCatalogueRoom(em, { fairId, exhibitorId });
    const id = newId();
    await em.insert(Product, {
      fairId,
      id,
      exhibitorId,
      name,
      classCode: classCode ?? null,
      star: star ?? null,
      priceVnd: priceVnd ?? 0,
      unit,
      vatRatePercent: exhibitor.paysVat ? (vatRatePercent ?? null) : null,
      isDemo: false,
      withdrawnAt: null,
    });
    deeds.push({
      fairId,
      accountId,
      action: 'product_added',
      subjectId: id,
      detail: { exhibitorId, name, priceVnd, star: star ?? null, applicationId },
    });
  }
  await recordAudits(em, deeds);
}
