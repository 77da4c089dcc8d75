import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { homeOf, knownDistrict } from './exhibitor-origin.rules';
import { AddExhibitorDto, ExhibitorDto } from './exhibitor.dto';
import { Exhibitor } from './exhibitor.entity';
import { delegationUnknown } from './exhibitor.refusals';
import { contactOf } from './exhibitor-contact.rules';
import { readExhibitor } from './read-exhibitor';
import { checkTaxCode } from './tax-code.rules';

/**
 * Adds an exhibitor to a fair. Refuses `country_unknown`, `place_unknown`,
 * `tax_code_wrong`, `delegation_unknown`.
 */
@Injectable()
export class AddExhibitor {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: AddExhibitorDto): Promise<ExhibitorDto> {
    const home = homeOf(wanted);
    const { kind, paysVat, taxCode = null, delegationId = null } = wanted;
    checkTaxCode(taxCode);
    const formerDistrict = knownDistrict(wanted.formerDistrict);
    const name = wanted.name.trim();
    try {
      return await inTransaction(this.source, async (em) => {
        const id = newId();
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
        return readExhibitor(em, fairId, id);
      });
    } catch (error) {
      if (brokenConstraint(error) === 'exhibitor_fair_id_delegation_id_fkey') {
        throw delegationUnknown();
      }
      throw error;
    }
  }
}
