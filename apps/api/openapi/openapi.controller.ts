import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@phien/identity';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-folder';

/* The committed document, not one made at run time: what is served is what was reviewed. */
const document = () => readFileSync(join(projectFolder, 'apps/api/openapi.json'), 'utf8');

@ApiExcludeController()
@Controller('openapi.json')
export class OpenapiController {
  @Get()
  @Public()
  @Header('Content-Type', 'application/json')
  read(): string {
    return document();
  }
}
