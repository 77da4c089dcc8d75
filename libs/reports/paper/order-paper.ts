import { Injectable } from '@nestjs/common';
import { type Caller, callerRoles } from '@phien/identity';
import { isFairDay } from '@phien/kernel';
import { type Exhibitor, findKeptExhibitor } from '@phien/planning';
import { DataSource } from 'typeorm';
import { fairDayNotFound } from '../closing/closing.refusals';
import { isListedDay } from '../closing/read-days';
import { FileOrders } from '../report/report-queue';
import { keepPaper } from './keep-paper';
import { ListPapers } from './list-papers';
import type { OrderPaperDto, PaperDto } from './paper.dto';
import { PaperProgress } from './paper-progress';
import { paperExhibitorMissing, paperForOrganizers, paperNotFound } from './paper.refusals';
import { formatsOf, isOfExhibitor } from './paper.rules';
import { ReadPaperContent } from './read-paper-content';

/**
 * Asks for a paper in a language: freezes what it says, or finds the paper that says the same, and has
 * those of its files made that are not there. Refuses `exhibitor_not_found`, `paper_for_organizers`,
 * `paper_exhibitor_missing`, `fair_day_not_found`, `past_fair_not_found`.
 */
@Injectable()
export class OrderPaper {
  constructor(
    private readonly source: DataSource,
    private readonly readPaperContent: ReadPaperContent,
    private readonly listPapers: ListPapers,
    private readonly progress: PaperProgress,
    private readonly orders: FileOrders,
  ) {}

  async run(caller: Caller, fairId: string, wanted: OrderPaperDto): Promise<PaperDto> {
    const { kind, language } = wanted;
    const day = kind === 'final_report' ? null : (wanted.day ?? null);
    const exhibitor = await this.exhibitorOf(caller, fairId, wanted);
    if (day !== null && !(isFairDay(day) && (await this.isListed(fairId, day)))) {
      throw fairDayNotFound();
    }
    const { content, basis } = await this.readPaperContent.run(caller, {
      fairId,
      kind,
      exhibitor,
      day,
      base: wanted.base ?? null,
    });
    const subject = { fairId, kind, exhibitorId: exhibitor?.id ?? null, day };
    const paperId = await keepPaper(this.source, {
      subject,
      content,
      basis,
      accountId: caller.accountId,
    });
    await this.makeFiles(caller, { fairId, paperId, language, kind });
    const paper = await this.listPapers.one(caller, fairId, paperId);
    if (!paper) throw paperNotFound();
    return paper;
  }

  private isListed(fairId: string, day: string): Promise<boolean> {
    return isListedDay(this.source.manager, { fairId, day });
  }

  private async exhibitorOf(
    caller: Caller,
    fairId: string,
    { kind, exhibitorId }: OrderPaperDto,
  ): Promise<Exhibitor | null> {
    if (!isOfExhibitor(kind)) {
      if (!callerRoles(caller, fairId).includes('organizer')) throw paperForOrganizers();
      return null;
    }
    if (exhibitorId === undefined) throw paperExhibitorMissing();
    return findKeptExhibitor(this.source.manager, caller, fairId, exhibitorId);
  }

  private async makeFiles(
    caller: Caller,
    of: { fairId: string; paperId: string } & Pick<OrderPaperDto, 'language' | 'kind'>,
  ): Promise<void> {
    const { fairId, paperId, language, kind } = of;
    const known = await this.listPapers.one(caller, fairId, paperId);
    for (const format of formatsOf[kind]) {
      const file = known?.files.find(
        (each) => each.language === language && each.format === format,
      );
      if (file?.state === 'ready' || file?.state === 'making') continue;
      const name = { fairId, paperId, language, format };
      await this.progress.want(name);
      this.orders.placePaperFile(name);
    }
  }
}
