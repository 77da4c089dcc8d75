import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { whyNotTaken } from './body.rules';

/**
 * Stands before the check of shapes, which would go down any depth. A body declared as a bare
 * `object` is read by hand, field by field, and left to its reader, as the check of shapes does.
 */
@Injectable()
export class StorableBody implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    const refusal = type === 'body' && metatype !== Object ? whyNotTaken(value) : null;
    if (refusal !== null) throw refusal;
    return value;
  }
}
