import type { Download } from '../form/send-download';
import type { InstanceFile } from './make-instance.rules';

/** The bytes of an instance's file, which the engine reads and the hash is of. */
export const fileOf = (file: InstanceFile) => Buffer.from(`${JSON.stringify(file)}\n`);

/** An instance as the file that `npm run allocate` reads. */
export const asDownload = (file: InstanceFile): Download => ({
  bytes: fileOf(file),
  name: `phien-${file.name}-instance.json`,
});
