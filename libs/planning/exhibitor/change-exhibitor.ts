import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { checkLeadTime, confinedTo } from '../delegation/lead-scope';
import { Fair } from '../fair/fair.entity';
import { contactOf } from './exhibitor-contact.rules';
import { ChangeExhibitorDto, ExhibitorDto } from './exhibitor.dto';
import { Exhibitor } from './exhibitor.entity';
import { knownDistrict } from './exhibitor-origin.rules';
import { exhibitorNotFound } from './exhibitor.refusals';
import { readExhibitor } from './read-exhibitor';
import { checkTaxCode } from './tax-code.rules';

/**
 * Changes what may change of an exhibitor at any time. Where it comes from may not: the sums by
 * origin, place and delegation are made from that row. To a lead the exhibitors of others do not
 * exist. Refuses `exhibitor_not_found`, `lead_deadline_passed` for a lead,
 * `place_unknown` for a former district that never was, `tax_code_wrong`. The audit log says that whom to call changed, and not who that is.
 */
@Injectable()
export class ChangeExhibitor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    { fairId, exhibitorId: id }: { fairId: string; exhibitorId: string },
    wanted: ChangeExhibitorDto,
  ): Promise<ExhibitorDto> {
    if (!isId(id)) throw exhibitorNotFound();
    const { kind, paysVat, taxCode = null } = wanted;
    const { changed, version } = await inTransaction(this.source, async (em) => {
      const lead = await confinedTo(em, caller, fairId);
      const before = await em.findOne(Exhibitor, {
        where: { fairId, id },
        lock: { mode: 'for_no_key_update' },
      });
      if (before === null) throw exhibitorNotFound();
      if (lead !== null) {
        if (before.delegationId !== lead) throw exhibitorNotFound();
        const fair = await em.findOneByOrFail(Fair, { id: fairId });
        await checkLeadTime(em, fair, this.clock.now());
      }
      const formerDistrict = knownDistrict(wanted.formerDistrict);
      const after = { name: wanted.name.trim(), kind, paysVat, taxCode, formerDistrict };
      if (before.taxCode !== taxCode) checkTaxCode(taxCode);
      const contact = contactOf(wanted);
      await em.update(Exhibitor, { fairId, id }, { ...after, ...contact });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'exhibitor_changed',
        subjectId: id,
        detail: {
          before: {
            name: before.name,
            kind: before.kind,
            paysVat: before.paysVat,
            taxCode: before.taxCode,
            formerDistrict: before.formerDistrict,
          },
          after,
          isContactChanged:
            before.representative !== contact.representative ||
            before.contactPhone !== contact.contactPhone,
        },
      });
      const version = await raisePlanVersion(em, fairId);
      return { changed: await readExhibitor(em, fairId, id), version };
    });
    this.bell.ring(fairId, version);
    return changed;
  }
}
