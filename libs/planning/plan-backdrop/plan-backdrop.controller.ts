import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Request, Response } from 'express';
import { fileIn } from '../form/file-in';
import { PHOTO_TYPES } from '../product/photo.rules';
import { backdropMissing, backdropTooLarge } from './backdrop.refusals';
import { BACKDROP_BOUNDS } from './backdrop.rules';
import { LayBackdrop } from './lay-backdrop';
import { PlaceBackdrop } from './place-backdrop';
import { BackdropPlacingDto, BackdropStateDto } from './plan-backdrop.dto';
import { ReadBackdrop } from './read-backdrop';
import { ReadBackdropPicture } from './read-backdrop-picture';
import { RemoveBackdrop } from './remove-backdrop';

const PICTURE = {
  mostBytes: BACKDROP_BOUNDS.fileBytes,
  missing: backdropMissing,
  tooLarge: backdropTooLarge,
};

/** The picture under the plan that is being drawn. */
@Roles('organizer')
@Controller('fairs/:fairId/plan/backdrop')
export class PlanBackdropController {
  constructor(
    private readonly readBackdrop: ReadBackdrop,
    private readonly readPicture: ReadBackdropPicture,
    private readonly layBackdrop: LayBackdrop,
    private readonly placeBackdrop: PlaceBackdrop,
    private readonly removeBackdrop: RemoveBackdrop,
  ) {}

  /** What lies under the plan. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<BackdropStateDto> {
    return this.readBackdrop.run(fairId);
  }

  /** The picture; under the address that names it, it may be kept. */
  @Get('picture')
  @ApiProduces(...PHOTO_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async picture(@Param('fairId') fairId: string, @Res() response: Response): Promise<void> {
    const { mediaType, bytes } = await this.readPicture.run(fairId);
    response
      .set({
        'Content-Type': mediaType,
        'Content-Disposition': 'inline',
        'Content-Security-Policy': `default-src 'none'; sandbox`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, max-age=86400',
      })
      .send(bytes);
  }

  /** Lays the PNG, JPEG or WebP picture in the body under the plan, in place of the one before. */
  @Put('picture')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async lay(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Req() request: Request,
  ): Promise<BackdropStateDto> {
    return this.layBackdrop.run(caller, fairId, await fileIn(request, PICTURE));
  }

  /** Says where the picture lies, how large and how clearly. */
  @Put('placing')
  place(
    @Param('fairId') fairId: string,
    @Body() body: BackdropPlacingDto,
  ): Promise<BackdropStateDto> {
    return this.placeBackdrop.run(fairId, body);
  }

  /** Takes the picture away. */
  @Delete()
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<void> {
    return this.removeBackdrop.run(caller, fairId);
  }
}
