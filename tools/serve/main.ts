import { openDoor } from '../bundle/open-door';
import { ServeRefusal, roles, serverSettings, type Role } from './server-settings.rules';

const OK = 200;

/**
 * What a container runs: one image, and a word that says which part of Phiên it is. Settings are
 * checked before anything is opened; then this very process becomes that part, so that a signal
 * reaches it.
 */
async function serve(wanted: string | undefined): Promise<void> {
  const role = roles.find((each) => each === wanted);
  if (role === undefined) {
    throw new ServeRefusal(`Say what to be: ${roles.join(', ')}; not ${wanted ?? 'nothing'}.`);
  }
  if (role !== 'health') Object.assign(process.env, serverSettings(process.env));
  /* The word was for us; what follows it is for the part. */
  process.argv.splice(2, 1);
  await become[role]();
}

const become: Record<Role, () => Promise<unknown>> = {
  /* Before Postgres makes its files: a weak password would be in there for good. */
  check: async () => process.stdout.write('Settings are in order.\n'),
  prepare: async () => openDoor('prepare'),
  api: async () => openDoor('api'),
  worker: async () => openDoor('worker'),
  account: () => import('../account/main'),
  backup: () => import('../backup/main'),
  restore: () => import('../restore/main'),
  health: async () => {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 4300}/api/health`);
    process.exitCode = answer.status === OK ? 0 : 1;
  },
};

serve(process.argv[2]).catch((failure: unknown) => {
  const isPlain = failure instanceof ServeRefusal || failure instanceof TypeError;
  process.stderr.write(`${isPlain ? failure.message : (failure as Error).stack}\n`);
  process.exit(1);
});
