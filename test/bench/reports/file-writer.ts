import 'reflect-metadata';
import { FileMakerHere } from '@phien/reports';
import type { FileAnswer, FileOrder } from './file-writer.messages';
import { GrowthWatch } from './growth-watch';

/* A process that makes files and does nothing else, so that what they cost is theirs alone. */
async function write({ subject }: FileOrder): Promise<FileAnswer> {
  const growth = new GrowthWatch().begin();
  const before = process.cpuUsage();
  const bytes = await new FileMakerHere().make(subject, () => Promise.resolve());
  const { user, system } = process.cpuUsage(before);
  return { bytes, processorSeconds: (user + system) / 1e6, moreMegabytes: growth.end() };
}

process.on('message', (order: FileOrder) => {
  write(order).then(
    (answer) => process.send?.(answer),
    (failure: unknown) => process.send?.({ failure: String(failure) }),
  );
});
