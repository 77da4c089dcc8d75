import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { endThread } from '@phien/kernel';
import type { ReportLanguage } from '../report/report.rules';

/** Fills a frame once, to see whether it can be filled. */
export abstract class FrameCheck {
  /** What is wrong with it, in the words of whoever reads it; null when it can be filled. */
  abstract faultOf(bytes: Buffer, language: ReportLanguage): Promise<string | null>;
}

/** In this very thread. */
@Injectable()
export class FrameCheckHere extends FrameCheck {
  override async faultOf(bytes: Buffer, language: ReportLanguage): Promise<string | null> {
    const { checkFrame } = await import('./fill-frame');
    return checkFrame(bytes, language);
  }
}

const THREAD = join(__dirname, 'check-frame.thread.js');
const LONGEST_MS = 15_000;

/** In a thread with bounds of its own: a frame is somebody's file, and may be made to burst. */
export class FrameCheckInThread extends FrameCheck {
  override async faultOf(bytes: Buffer, language: ReportLanguage): Promise<string | null> {
    const thread = new Worker(THREAD, {
      workerData: { bytes, language },
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
    let patience: NodeJS.Timeout | undefined;
    try {
      return await new Promise<string | null>((resolve) => {
        patience = setTimeout(() => resolve('too_slow'), LONGEST_MS);
        thread.on('message', (fault: string | null) => resolve(fault));
        thread.on('error', () => resolve('too_large'));
        thread.on('exit', () => resolve('too_large'));
      });
    } finally {
      clearTimeout(patience);
      void endThread(thread);
    }
  }
}
