import { Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access';
import type { Access } from './access.rules';

/* Nest keeps these on controllers and handlers under keys it does not export from its door. */
const PATH = 'path';
const METHOD = 'method';

type Handler = (...asked: unknown[]) => unknown;

const isClass = (type: unknown): type is Type => typeof type === 'function';

/** Keeps the app from booting while a route does not say whom it is for. */
@Injectable()
export class RoutesDeclareAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const faults = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (isClass(metatype) ? this.faultsOf(metatype) : []));
    if (faults.length > 0) throw new Error(`The app does not boot: ${faults.join(' ')}`);
  }

  private faultsOf(controller: Type): string[] {
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined || Reflect.getMetadata(PATH, handler) === undefined) return [];
      const fault = this.faultOf(controller, handler);
      return fault === null ? [] : [`${controller.name}.${name} (${verbOf(handler)}) ${fault}.`];
    });
  }

  private faultOf(controller: Type, handler: Handler): string | null {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      handler,
      controller,
    ]);
    if (access === undefined) {
      return 'declares no access: say @Public, @SignedIn, @Roles, @RegisterKey or @SensorKey';
    }
    const namesFair = pathsOf(controller).every((start) =>
      pathsOf(handler).every((end) => `${start}/${end}`.split('/').includes(':fairId')),
    );
    return access.for === 'roles' && !namesFair
      ? 'asks for a role, and its path names no :fairId'
      : null;
  }
}

function pathsOf(target: Type | Handler): string[] {
  const path = Reflect.getMetadata(PATH, target) as string | string[];
  return Array.isArray(path) ? path : [path];
}

function verbOf(handler: Handler): string {
  return RequestMethod[Reflect.getMetadata(METHOD, handler) as RequestMethod];
}
