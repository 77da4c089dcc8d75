import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { wholeWishes } from './application-content.rules';
import { ExhibitorWishesDto } from './application.dto';
import { Application } from './application.entity';

/** What place each exhibitor asked for, of those that came by an application. */
@Injectable()
export class ListWishes {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<ExhibitorWishesDto[]> {
    if (!isId(fairId)) return [];
    const accepted = await this.source.manager.find(Application, {
      where: { fairId, state: 'accepted' },
      order: { number: 'ASC' },
    });
    return accepted.flatMap(({ id, exhibitorId, number, sent }) =>
      exhibitorId === null || number === null
        ? []
        : [
            {
              exhibitorId,
              applicationId: id,
              number,
              wishes: wholeWishes(sent?.wishes),
              note: sent?.note ?? null,
            },
          ],
    );
  }
}
