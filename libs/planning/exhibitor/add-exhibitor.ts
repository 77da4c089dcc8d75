import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { checkLeadTime, confinedTo } from '../delegation/lead-scope';
import { Fair } from '../fair/fair.entity';
import { homeOf, knownDistrict } from './exhibitor-origin.rules';
import { AddExhibitorDto, ExhibitorDto } from './exhibitor.dto';
import { Exhibitor } from './exhibitor.entity';
import { delegationUnknown, exhibitorIdTaken } from './exhibitor.refusals';
import { contactOf } from './exhibitor-contact.rules';
import { readExhibitor } from './read-exhibitor';
import { checkTaxCode } from './tax-code.rules';

/**
 * Adds an exhibitor to a fair, a lead to the delegation that it leads; the same id twice is once.
 * Refuses `delegation_unknown` and `lead_deadline_passed` for a lead, `country_unknown`,
 * `place_unknown`, `tax_code_wrong`, `exhibitor_id_taken`, `delegation_unknown`.
 */
@Injectable()
export class AddExhibitor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(caller: Caller, fairId: string, wanted: AddExhibitorDto): Promise<ExhibitorDto> {
    try {
      const { added, version } = await inTransaction(this.source, (em) =>
        this.add(em, caller, fairId, wanted),
      );
      if (version !== null) this.bell.ring(fairId, version);
      return added;
    } catch (error) {
      const broken = brokenConstraint(error);
      if (broken === 'exhibitor_fair_id_delegation_id_fkey') throw delegationUnknown();
      if (broken === 'exhibitor_pkey') throw exhibitorIdTaken();
      throw error;
    }
  }

  private async add(
    em: EntityManager,
    caller: Caller,
    fairId: string,
    wanted: AddExhibitorDto,
  ): Promise<{ added: ExhibitorDto; version: number | null }> {
    const lead = await confinedTo(em, caller, fairId);
    if (lead !== null) {
      if (wanted.delegationId !== undefined && wanted.delegationId !== lead) {
        throw delegationUnknown();
      }
      const fair = await em.findOneByOrFail(Fair, { id: fairId });
      await checkLeadTime(em, fair, this.clock.now());
    }
    const home = homeOf(wanted);
    const { kind, paysVat, taxCode = null } = wanted;
    const delegationId = lead ?? wanted.delegationId ?? null;
    checkTaxCode(taxCode);
    const formerDistrict = knownDistrict(wanted.formerDistrict);
    const name = wanted.name.trim();
    const id = wanted.id ?? newId();
    const earlier = await em.findOneBy(Exhibitor, { fairId, id });
    if (earlier) {
      const isSame = earlier.name === name && earlier.delegationId === delegationId;
      if (!isSame) throw exhibitorIdTaken();
      return { added: await readExhibitor(em, fairId, id), version: null };
    }
    await em.insert(Exhibitor, {
      fairId,
      id,
      name,
      kind,
      paysVat,
      taxCode,
      delegationId,
      ...home,
      ...contactOf(wanted),
      formerDistrict,
      isDemo: false,
    });
    await recordAudit(em, {
      fairId,
      accountId: caller.accountId,
      action: 'exhibitor_added',
      subjectId: id,
      detail: { name, kind, paysVat, taxCode, delegationId, formerDistrict, ...home },
    });
    const version = await raisePlanVersion(em, fairId);
    return { added: await readExhibitor(em, fairId, id), version };
  }
}
