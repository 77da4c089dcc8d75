import { watchCallers } from '../machine/callers';
import { projectFolder } from '../machine/project-folder';
import { House } from './house';
import { HouseIsOpen } from './house-record';
import { complain, say } from './screen';
import { help, readStartSettings, StartRefusal, type StartSettings } from './start-settings';

const roles: Record<string, string> = {
  organizer: 'Ban tổ chức · organizer',
  official: 'Cơ quan quản lý · official',
  exhibitor: 'Đơn vị trưng bày · exhibitor',
  gate: 'Nhân viên cổng · gate staff',
};

async function main(): Promise<void> {
  const settings = readStartSettings(process.argv.slice(2), process.env, projectFolder, Date.now());
  if (settings.asksForHelp) return say(help);
  const house = new House(settings);

  const leave = async (code: number) => {
    if (house.isClosed) return;
    say('\n  Đang đóng cửa… · closing…');
    await house.close();
    say('  ✓ Đã dừng, dữ liệu còn nguyên · stopped, data kept');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void leave(0));
  }
  watchCallers(() => void leave(0));
  process.on('uncaughtException', (failure) => {
    complain(`  ✗ ${failure.stack}`);
    void leave(1);
  });

  say(`\n  Phiên ${settings.clock === null ? '' : `(PHIEN_CLOCK ${settings.clock})`}`);
  try {
    await house.open();
  } catch (failure) {
    if (house.isClosed) return;
    await house.close();
    return refuse(failure, settings);
  }
  if (!house.isClosed) welcome(settings, house);
}

function refuse(failure: unknown, settings: StartSettings): void {
  if (failure instanceof HouseIsOpen) {
    say(`  Phiên đang chạy tại · Phiên already runs at ${failure.record.address}  (npm stop)`);
    process.exit(settings.doesReset ? 1 : 0);
  }
  if (!(failure instanceof StartRefusal)) throw failure;
  complain(`  ✗ ${failure.message}`);
  process.exit(1);
}

function welcome({ address, host }: StartSettings, house: House): void {
  say(
    `\n  Phiên đã mở cửa · Phiên is open (${process.uptime().toFixed(1)} s)\n\n      ${address}\n`,
  );
  const setupLink = house.setupLink();
  if (setupLink !== null) {
    say(
      '  Chưa có ai: mở đường dẫn này trong 24 giờ để tạo người tổ chức đầu tiên\n' +
        '  Nobody is here yet: open this link within 24 hours to make the first organizer\n\n' +
        `      ${setupLink}\n`,
    );
  }
  const accounts = setupLink === null ? house.demoAccounts() : [];
  if (accounts.length > 0) say('  Tài khoản dùng thử · demo accounts\n');
  const widest = Math.max(...accounts.map(({ login }) => login.length));
  for (const { role, login, password } of accounts) {
    say(`      ${(roles[role] ?? role).padEnd(30)}  ${login.padEnd(widest)}  ${password}`);
  }
  if (host !== '127.0.0.1' && host !== 'localhost') {
    say(
      '\n  ! Mở ra mạng mà không có HTTPS: chỉ để dùng thử · open to the network without HTTPS: for trials only',
    );
  }
  say('\n  Dừng · stop: Ctrl-C, npm stop\n');
}

main().catch((failure: unknown) => {
  const isRefusal = failure instanceof StartRefusal;
  complain(isRefusal ? `  ✗ ${failure.message}` : String((failure as Error).stack));
  process.exit(1);
});
