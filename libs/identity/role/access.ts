import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Access } from './access.rules';
import type { Role } from './role';

export const ACCESS = 'phien:access';

/* Written into the OpenAPI document as well, where a test can try every route as everyone. */
const declare = (access: Access, documented: string[]) =>
  applyDecorators(SetMetadata(ACCESS, access), ApiExtension('x-access', documented));

/** Anyone, signed in or not. */
export const Public = () => declare({ for: 'anyone' }, ['anyone']);

/** Any account. */
export const SignedIn = () =>
  applyDecorators(declare({ for: 'accounts' }, ['signed_in']), ApiCookieAuth('session'));

/** Accounts with one of the roles in the fair that `:fairId` of the path names. */
export const Roles = (...roles: [Role, ...Role[]]) =>
  applyDecorators(declare({ for: 'roles', roles }, roles), ApiCookieAuth('session'));

/** A till: the verb itself proves it by the key of the register's epoch. */
export const RegisterKey = () => declare({ for: 'register_keys' }, ['register_key']);

/** A people counter: the verb itself proves it by the key of the sensor. */
export const SensorKey = () => declare({ for: 'sensor_keys' }, ['sensor_key']);
