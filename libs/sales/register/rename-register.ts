import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findRegister, type AskedRegister } from './find-register';
import { ListRegisters } from './list-registers';
import type { RegisterDto, RenameRegisterDto } from './register.dto';
import { Register } from './register.entity';
import { registerNotFound } from './register.refusals';

/** Gives a register another name. Refuses `register_not_found`. */
@Injectable()
export class RenameRegister {
  constructor(
    private readonly dataSource: DataSource,
    private readonly listRegisters: ListRegisters,
  ) {}

  async run(asked: AskedRegister, wanted: RenameRegisterDto): Promise<RegisterDto> {
    const { fairId, registerId, accountId } = asked;
    const name = wanted.name.normalize('NFC').trim();
    await inTransaction(this.dataSource, async (em) => {
      const register = await findRegister(em, asked);
      if (register.name === name) return;
      await em.update(Register, { fairId, id: registerId }, { name });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'register_renamed',
        subjectId: registerId,
        detail: { before: register.name, after: name },
      });
    });
    const [register] = await this.listRegisters.run(asked);
    if (!register) throw registerNotFound();
    return register;
  }
}
