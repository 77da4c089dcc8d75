import { spawn } from 'node:child_process';

const script = `
import { extractText, getDocumentProxy } from 'unpdf';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { text } = await extractText(pdf, { mergePages: false });
process.stdout.write(JSON.stringify(text));
`;

/**
 * The text of each page, in the order a reader meets it, with every run of white space as one
 * space. In a process of its own: the reader loads modules at run time, which Jest refuses.
 */
export async function pdfText(bytes: Buffer): Promise<string[]> {
  const reader = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: __dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  reader.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    reader.on('error', reject);
    reader.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the PDF could not be read: exit ${code}`)),
    );
  });
  reader.stdin.end(bytes);
  await ended;
  const pages = JSON.parse(Buffer.concat(chunks).toString('utf8')) as string[];
  return pages.map((page) => page.replace(/\s+/gu, ' '));
}
