import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach } from './unprivileged-account';

describe('a user of the machine', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reach-'));
    file = join(folder, 'inner', 'file');
    mkdirSync(join(folder, 'inner'), { mode: 0o755 });
    writeFileSync(file, '', { mode: 0o644 });
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 };
  const owner = () => ({ name: 'owner', uid: statSync(file).uid, gid: statSync(file).gid });

  it('reaches a file when every folder above lets everyone pass', () => {
    expect(canReach(file, stranger)).toBe(true);
  });

  it('passes through a folder that it may not list', () => {
    chmodSync(folder, 0o711);
    expect(canReach(file, stranger)).toBe(true);
  });

  it('does not reach a file behind one closed folder, however open the rest is', () => {
    chmodSync(folder, 0o700);
    expect(canReach(file, stranger)).toBe(false);
    expect(canReach(file, owner())).toBe(true);
  });

  it('does not read a file that is closed itself', () => {
    chmodSync(file, 0o600);
    expect(canReach(file, stranger)).toBe(false);
  });

  it('may hope for a file that is not there yet when it reaches its folder', () => {
    expect(canReach(join(folder, 'inner', 'later'), stranger)).toBe(true);
    chmodSync(join(folder, 'inner'), 0o700);
    expect(canReach(join(folder, 'inner', 'later'), stranger)).toBe(false);
  });
});
