import type { Download } from '../form/send-download';
import type { InstanceFile } from './make-instance.rules';

/** An instance as the file that `npm run allocate` reads. */
export const asDownload = (file: InstanceFile): Download => ({
  bytes: Buffer.from(`${JSON.stringify(file)}\n`),
  name: `phien-${file.name}-instance.json`,
});
