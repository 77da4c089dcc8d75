import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FeeTariffDto } from './fee.dto';
import { readTariff } from './read-tariff';

/** What booths cost at a fair, who is free, and where fees are paid to. */
@Injectable()
export class ShowTariff {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<FeeTariffDto> {
    const { fairDays: _, ...tariff } = await readTariff(this.source.manager, fairId);
    return tariff;
  }
}
