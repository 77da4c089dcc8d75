import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EXHIBITOR_KINDS, type ExhibitorKind } from '../exhibitor/exhibitor.entity';
import type { DossierState } from './dossier.rules';

/** A kind of paper that a fair asks for, whole. */
export class KeepDossierKindDto {
  @IsString()
  @MaxLength(500)
  nameVi: string;

  @IsString()
  @MaxLength(500)
  nameEn: string;

  @IsBoolean()
  isForAll: boolean;

  /** Kinds of exhibitor that are asked for it. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(EXHIBITOR_KINDS.length)
  @IsIn(EXHIBITOR_KINDS, { each: true })
  exhibitorKinds: ExhibitorKind[];

  /** Whoever sells one of these is asked for it: codes of `GET /api/product-classes`, and all below them. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  classCodes: string[];

  /** Days before its end from which a paper is worth a word. */
  @IsInt()
  @Min(0)
  @Max(365)
  warnDays: number;
}

/** A kind of paper that a fair asks for. */
export class DossierKindDto extends KeepDossierKindDto {
  id: string;
}

/** A paper to be put into a dossier; what is left out is not known. */
export class AddDossierItemDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsUUID()
  kindId: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  number?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  issuer?: string | null;

  /** YYYY-MM-DD. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  issuedOn?: string | null;

  /** YYYY-MM-DD, the last day on which it holds; left out: it holds for good. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  expiresOn?: string | null;
}

/** A paper in a dossier. */
export class DossierItemDto {
  id: string;

  number: string | null;

  issuer: string | null;

  /** YYYY-MM-DD. */
  issuedOn: string | null;

  /** YYYY-MM-DD, the last day on which it holds; null: it holds for good. */
  expiresOn: string | null;

  /** Bytes of its scan or photo; null without one. */
  fileBytes: number | null;
}

/** How it stands with one kind of paper of an exhibitor. */
export class DossierLineDto {
  kindId: string;

  isAsked: boolean;

  state: DossierState;

  /** The one that holds longest first. */
  items: DossierItemDto[];
}

/** What an exhibitor showed, and what it has yet to show. */
export class DossierDto {
  exhibitorId: string;

  exhibitorName: string;

  /** In the order of the kinds. */
  lines: DossierLineDto[];
}

export class DossiersDto {
  /** YYYY-MM-DD, the fair day that it is now. */
  today: string;

  /** By name; those no longer asked for are left out, unless one of their papers is in a dossier. */
  kinds: DossierKindDto[];

  /** By name: all for an organizer, its own for an exhibitor. */
  dossiers: DossierDto[];
}
