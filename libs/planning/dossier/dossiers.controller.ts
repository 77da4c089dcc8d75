import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddDossierItem } from './add-dossier-item';
import {
  AddDossierItemDto,
  DossierDto,
  DossierKindDto,
  DossiersDto,
  KeepDossierKindDto,
} from './dossier.dto';
import { KeepDossierKind } from './keep-dossier-kind';
import { ListDossiers } from './list-dossiers';
import { RemoveDossierItem } from './remove-dossier-item';
import { RetireDossierKind } from './retire-dossier-kind';

@Controller('fairs/:fairId')
export class DossiersController {
  constructor(
    private readonly listDossiers: ListDossiers,
    private readonly keepKind: KeepDossierKind,
    private readonly retireKind: RetireDossierKind,
    private readonly addItem: AddDossierItem,
    private readonly removeItem: RemoveDossierItem,
  ) {}

  /** What exhibitors showed of what they are asked for; an exhibitor sees its own alone. */
  @Get('dossiers')
  @Roles('organizer', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<DossiersDto> {
    return this.listDossiers.run(caller, fairId);
  }

  /** Asks for a kind of paper, or says anew of whom it is asked. */
  @Put('dossier-kinds/:kindId')
  @Roles('organizer')
  keep(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('kindId') kindId: string,
    @Body() body: KeepDossierKindDto,
  ): Promise<DossierKindDto> {
    return this.keepKind.run(caller, { fairId, kindId }, body);
  }

  /** Asks for a kind of paper no longer. */
  @Delete('dossier-kinds/:kindId')
  @HttpCode(204)
  @Roles('organizer')
  retire(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('kindId') kindId: string,
  ): Promise<void> {
    return this.retireKind.run(caller, { fairId, kindId });
  }

  /** Puts a paper into an exhibitor's dossier; the same id twice is once. */
  @Post('exhibitors/:exhibitorId/dossier')
  @Roles('organizer', 'exhibitor')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: AddDossierItemDto,
  ): Promise<DossierDto> {
    return this.addItem.run(caller, { fairId, exhibitorId }, body);
  }

  /** Takes a paper out of it, with its file. */
  @Delete('exhibitors/:exhibitorId/dossier/:itemId')
  @HttpCode(204)
  @Roles('organizer', 'exhibitor')
  remove(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Param('itemId') itemId: string,
  ): Promise<void> {
    return this.removeItem.run(caller, { fairId, exhibitorId, itemId });
  }
}
