import { Controller, Get, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Public, Roles } from './access';
import { RoutesDeclareAccess } from './routes-declare-access';

@Controller('fairs/:fairId/zones')
class DeclaredController {
  @Get()
  @Roles('organizer')
  list() {}

  notARoute() {}
}

@Public()
@Controller('verify')
class DeclaredByClassController {
  @Get()
  read() {}
}

@Controller('fairs/:fairId/booths')
class ForgetfulController {
  @Get()
  @Roles('organizer')
  list() {}

  @Post()
  add() {}
}

@Controller('booths')
class HomelessController {
  @Get()
  @Roles('organizer')
  list() {}
}

async function boot(...controllers: Type[]): Promise<void> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [RoutesDeclareAccess],
  }).compile();
  await module.init();
  await module.close();
}

it('boots when every route says whom it is for', async () => {
  await expect(boot(DeclaredController, DeclaredByClassController)).resolves.toBeUndefined();
});

it('does not boot with a route that is for nobody knows whom, and names it', async () => {
  await expect(boot(DeclaredController, ForgetfulController)).rejects.toThrow(
    'ForgetfulController.add (POST) declares no access',
  );
});

it('does not boot when a role is asked for outside any fair', async () => {
  await expect(boot(HomelessController)).rejects.toThrow(
    'HomelessController.list (GET) asks for a role, and its path names no :fairId',
  );
});
