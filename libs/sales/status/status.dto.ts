import { ApiProperty } from '@nestjs/swagger';
import { IsBase64, IsString, MaxLength } from 'class-validator';
import { statusLimits } from '@phien/till';
import { ChainHeadDto } from '../document/document.dto';

/** What a phone says of itself; the shape of the text lives in `libs/till` (`TillStatus`). */
export class SayStatusDto {
  /** Canonical text (RFC 8785), exactly as it was signed. */
  @IsString()
  @MaxLength(statusLimits.textLength)
  @ApiProperty({ maxLength: statusLimits.textLength })
  status: string;

  /** ECDSA P-256 signature of the status by the epoch's key: 64 bytes (r, s) in base64. */
  @IsBase64()
  @MaxLength(200)
  signature: string;
}

export class StatusAnswerDto {
  /** The highest number that this epoch has said; what the phone says next must be higher. */
  number: number;

  /** How many documents of this epoch are set aside and not decided. */
  setAsideCount: number;

  /** The last document of this epoch that the ledger holds; the genesis before the first. */
  head: ChainHeadDto;

  /** The fair is sealed: a phone whose head is the ledger's need not keep what it sent. */
  isSealed: boolean;

  /** Fair time on the server, for the till's clock offset. */
  serverTime: Date;
}
