import { formatVnd } from '@phien/kernel';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runToEnd } from '../machine/tell-refusal';
import type { Verdict } from './verdict';
import { verifyArchive } from './verify-archive';

const usage = `Usage: npm run verify -- FILE

Checks the archive of a fair by itself, without any database: every byte against its checksum, every
chain and signature of the phones, every sum, every closing, every file. Prints what it checked, what it found,
and what no phone vouches for. Ends with 0 when all is well, with 1 when something is not.
`;

function readFile(): string | null {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (values.help || file === undefined || rest.length > 0) return null;
    return resolve(process.env.INIT_CWD || process.cwd(), file);
  } catch {
    return null;
  }
}

function tell({ manifest, checked, faults, uncovered }: Verdict): void {
  const { fair, madeAt, phien } = manifest;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`  ${fair.nameVi} · ${fair.nameEn} (${fair.code})`);
  say(`  ghi lúc · written at ${madeAt}, Phiên ${phien}`);
  for (const { where, what } of faults) say(`  ✗ ${where}: ${what}`);
  if (checked.links > 0 || faults.length === 0) {
    say(`  chuỗi · chains                ${checked.chains} (${checked.links} mắt xích · links)`);
    say(`  chữ ký của máy · signatures   ${checked.signatures}`);
    say(`  chứng từ · documents          ${checked.documents}`);
    say(`  tổng · total                  ${formatVnd(checked.totalVnd, 'vi')}`);
    say(`  để riêng · set aside          ${checked.setAside}`);
    say(`  bản chốt · closings           ${checked.closings}`);
    say(`  khai báo · declarations       ${checked.declared}`);
    say(`  báo cáo · reports             ${checked.reports}`);
    say(`  giấy tờ khác · papers         ${checked.papers}`);
    say(`  mã băm sổ · ledger hash       ${manifest.ledger.hash}`);
    say('  Không máy nào ký cho · no phone vouches for:');
    for (const { register, epoch, documents } of uncovered) {
      say(
        `    ${register} (${epoch}): ${documents} chứng từ sau chữ ký cuối · after the last signature`,
      );
    }
    say('    khai báo, lượt đếm ở cổng, tên gian và đơn vị, giờ máy chủ nhận ·');
    say(
      '    declarations, counts at gates, names of booths and exhibitors, when the server received what',
    );
  }
  say(faults.length === 0 ? '  ✓ nguyên vẹn · sound' : `  ✗ ${faults.length} lỗi · faults`);
}

runToEnd(async () => {
  const file = readFile();
  if (file === null) {
    process.stdout.write(usage);
    return process.argv.includes('--help') ? 0 : 2;
  }
  const verdict = await verifyArchive(file);
  tell(verdict);
  return verdict.faults.length === 0 ? 0 : 1;
});
