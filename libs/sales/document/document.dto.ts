import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { documentLimits } from '@phien/till';

/* OpenAPI is read from source text, where an imported limit is a name only: hence `ApiProperty`. */

/** The head of a chain: the last document's number and hash. */
export class ChainHeadDto {
  @IsInt()
  @Min(1)
  @Max(documentLimits.epoch)
  @ApiProperty({ maximum: documentLimits.epoch })
  epoch: number;

  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  sequence: number;

  /** SHA-256, 64 hex digits. */
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

/** What a till's outbox sends: at most 200 documents and 1 MiB. */
export class DeliverDocumentsDto {
  /** Canonical texts (RFC 8785), exactly as they were hashed. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(documentLimits.textBytes, { each: true })
  @ApiProperty({ items: { type: 'string', maxLength: documentLimits.textBytes } })
  documents: string[];

  /** The head after the last of these documents. */
  @IsObject()
  @ValidateNested()
  @Type(() => ChainHeadDto)
  head: ChainHeadDto;

  /** ECDSA P-256 signature of the head by the epoch's key: 64 bytes (r, s) in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

export class DocumentAnswerDto {
  id: string;

  /** `stored` now; `duplicate`: was there; `behind`: numbers are missing; `conflict`: other bytes are there. */
  link: 'stored' | 'duplicate' | 'behind' | 'conflict';

  /** Null when not linked. `refused`: was set aside, and an organizer decided that it never counts. */
  booking: 'booked' | 'set_aside' | 'refused' | null;

  /** Why it was set aside, or what clashed (`id_taken`, `number_taken`, `chain_differs`), snake_case. */
  code: string | null;
}

export class DeliveryAnswerDto {
  results: DocumentAnswerDto[];

  /** The server's head of this epoch after the delivery. */
  head: ChainHeadDto;

  /** Fair time on the server, for the till's clock offset. */
  serverTime: Date;
}
