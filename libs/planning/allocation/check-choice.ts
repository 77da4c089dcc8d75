import { Injectable } from '@nestjs/common';
import { boothNotFound } from './allocation.refusals';
import { BoothChoiceDto, ChoiceWantedDto } from './choice.dto';
import { ReadChoices } from './read-choices';

/** What is wrong with one choice, said before it is made. Refuses as `ReadChoices`. */
@Injectable()
export class CheckChoice {
  constructor(private readonly readChoices: ReadChoices) {}

  async run(fairId: string, { boothId, ...wanted }: ChoiceWantedDto): Promise<BoothChoiceDto> {
    const [choice] = await this.readChoices.run(fairId, wanted, boothId);
    if (!choice) throw boothNotFound();
    return choice;
  }
}
