import type { FileSubject } from '@phien/reports';

export type FileOrder = { subject: FileSubject };

export interface FileAnswer {
  bytes: Uint8Array;
  processorSeconds: number;
  moreMegabytes: number;
  failure?: string;
}
