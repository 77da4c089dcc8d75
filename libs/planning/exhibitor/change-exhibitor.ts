import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { contactOf } from './exhibitor-contact.rules';
import { ChangeExhibitorDto, ExhibitorDto } from './exhibitor.dto';
import { Exhibitor } from './exhibitor.entity';
import { knownDistrict } from './exhibitor-origin.rules';
import { exhibitorNotFound } from './exhibitor.refusals';
import { readExhibitor } from './read-exhibitor';
import { checkTaxCode } from './tax-code.rules';

/**
 * Changes what may change of an exhibitor at any time. Where it comes from may not: the sums by
 * origin, place and delegation are made from that row. Refuses `exhibitor_not_found`,
 * `place_unknown` for a former district that never was, `tax_code_wrong`. The audit log says that whom to call changed, and not who that is.
 */
@Injectable()
export class ChangeExhibitor {
  constructor(private readonly source: DataSource) {}

  async run(
    caller: Caller,
    { fairId, exhibitorId: id }: { fairId: string; exhibitorId: string },
    wanted: ChangeExhibitorDto,
  ): Promise<ExhibitorDto> {
    if (!isId(id)) throw exhibitorNotFound();
    const { kind, paysVat, taxCode = null } = wanted;
    const formerDistrict = knownDistrict(wanted.formerDistrict);
    const after = { name: wanted.name.trim(), kind, paysVat, taxCode, formerDistrict };
    return inTransaction(this.source, async (em) => {
      const before = await em.findOne(Exhibitor, {
        where: { fairId, id },
        lock: { mode: 'for_no_key_update' },
      });
      if (before === null) throw exhibitorNotFound();
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
      return readExhibitor(em, fairId, id);
    });
  }
}
