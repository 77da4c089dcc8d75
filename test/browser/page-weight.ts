import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../tools/machine/project-folder';

const built = join(projectFolder, 'dist', 'web');

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

/** What was built with a page: each page is built by itself. */
const manifestOf = (page: BuiltPage) =>
  JSON.parse(readFileSync(join(built, '.vite', `${page}.json`), 'utf8')) as Record<string, Chunk>;

export type BuiltPage =
  | 'main'
  | 'till'
  | 'slip'
  | 'gate'
  | 'declare'
  | 'tv'
  | 'f'
  | 'verify'
  | 'apply';

/* Opened from the board by itself: what it imports later counts as if it came at once. */
const loadedWith: Record<string, string[]> = {
  'src/board/board-screen.tsx': ['src/board/day-line-card.tsx'],
};

/** Every file that opening a page, and a route of it, fetches. */
export function filesOf(
  page: BuiltPage,
  ...opened: string[]
): { js: Set<string>; css: Set<string> } {
  const manifest = manifestOf(page);
  const js = new Set<string>();
  const css = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (js.has(chunk.file)) return;
    js.add(chunk.file);
    chunk.css?.forEach((file) => css.add(file));
    chunk.imports?.forEach(take);
    loadedWith[key]?.forEach(take);
  };
  [page === 'main' ? 'index.html' : `${page}/index.html`, ...opened].forEach(take);
  return { js, css };
}

/** The script that a source was built into; its address names it no more. */
export function scriptOf(page: BuiltPage, source: string): string {
  const chunk = manifestOf(page)[source];
  if (!chunk) throw new Error(`The build has no ${source}.`);
  return chunk.file;
}

/** Their weight, compressed. */
export const kilobytes = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) /
  1_000;
