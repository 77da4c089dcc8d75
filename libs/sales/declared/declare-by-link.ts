import { Injectable } from '@nestjs/common';
import type {
  DeclareByLinkDto,
  DeclaredSaleDto,
  DeclarePlaceDto,
  DeclareTokenDto,
} from './declared.dto';
import { DeclareSales } from './declare-sales';
import { FindDeclareLink } from './find-declare-link';
import { ReadDeclarePlace } from './read-declare-place';

/** What a booth's own link opens. Refuses `declare_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class ReadByLink {
  constructor(
    private readonly findLink: FindDeclareLink,
    private readonly readPlace: ReadDeclarePlace,
  ) {}

  async run({ token }: DeclareTokenDto, from: string): Promise<DeclarePlaceDto> {
    const { fairId, boothId, exhibitorId } = await this.findLink.run(token, from);
    return this.readPlace.run({ fairId, boothId, exhibitorId });
  }
}

/** A booth declares by its own link. Refuses as `ReadByLink` and `DeclareSales` do. */
@Injectable()
export class DeclareByLink {
  constructor(
    private readonly findLink: FindDeclareLink,
    private readonly declareSales: DeclareSales,
  ) {}

  async run({ token, ...said }: DeclareByLinkDto, from: string): Promise<DeclaredSaleDto> {
    const { fairId, boothId, exhibitorId, id } = await this.findLink.run(token, from);
    return this.declareSales.run(
      { fairId, boothId, exhibitorId },
      { source: 'booth_link', by: { linkId: id }, maySee: () => true },
      said,
    );
  }
}
