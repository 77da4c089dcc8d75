import { renameSync, writeFileSync } from 'node:fs';
import { cachedDataVersionTag } from 'node:v8';
import { codeFile } from './door-bundle';
import { loadBundle } from './open-door';

/* Modules ask for them while they are loaded; nothing is connected to. */
process.env.DATABASE_URL ||= 'postgres://nobody@127.0.0.1:1/none';

/* All is loaded first: V8 keeps the functions that have run by then. */
const { bundle, script } = loadBundle();
bundle.everything();
const file = codeFile(cachedDataVersionTag());
writeFileSync(`${file}.${process.pid}`, script.createCachedData());
renameSync(`${file}.${process.pid}`, file);
process.exit(0);
