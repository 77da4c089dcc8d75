import compression from 'compression';
import { placeInAddress, Refusal } from '@phien/kernel';
import type { PublicFiguresDto, ServedPlan } from '@phien/reports';
import type { RequestHandler } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { escaped } from './escaped';
import { plainBooth, plainFair, plainFigures, type PlainPage } from './plain-fair';

type Read<What> = (code: string, from: string) => Promise<What>;

export interface PublicFairs {
  plan: Read<ServedPlan>;
  figures: Read<PublicFiguresDto>;
}

/** A plan is written out once for all who ask while it stays the same. */
const written = new WeakMap<ServedPlan, PlainPage>();

function fairOf(served: ServedPlan): PlainPage {
  const known = written.get(served) ?? plainFair(served.plan);
  written.set(served, known);
  return known;
}

/**
 * Serves `/f/code` and `/f/code/b/booth` with what they say written into the page: for browsers
 * without scripts, for whoever reads pages by machine, and to be read until the scripts are here. A
 * fair that publishes nothing, and a booth that is not there, is 404 here too.
 */
export function publicFairPage(template: string, fairs: PublicFairs): RequestHandler {
  const compress = compression();
  return (request, response, next) => {
    const place = placeInAddress(request.path);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (place === null || !isReading || !existsSync(template)) return next();
    const { fairCode, boothCode } = place;
    const from = request.ip ?? '';
    const answer = async () => {
      const served = await fairs.plan(fairCode, from);
      if (boothCode !== null) {
        const booth = plainBooth(served.plan, boothCode);
        return booth ?? { ...fairOf(served), status: 404 };
      }
      const fair = fairOf(served);
      return { ...fair, body: fair.body + plainFigures(await fairs.figures(fairCode, from)) };
    };
    compress(request, response, () => {
      answer().then(
        ({ status = 200, ...page }) => {
          response
            .status(status)
            .set('Cache-Control', status === 200 ? 'public, max-age=15' : 'no-store')
            .type('html')
            .send(pageOf(template, page));
        },
        (fault: unknown) => {
          if (!(fault instanceof Refusal)) return next(fault);
          const { vi, en } = fault.sentence;
          response
            .status(fault.kind === 'too_many' ? 429 : 404)
            .set('Cache-Control', 'no-store')
            .type('html')
            .send(pageOf(template, { body: `<p>${vi}</p><p lang="en">${en}</p>` }));
        },
      );
    });
  };
}

function pageOf(template: string, { title, description, path, event, body }: Partial<PlainPage>) {
  const head = [
    path !== undefined && `<link rel="canonical" href="${escaped(path)}">`,
    title !== undefined && `<meta property="og:title" content="${escaped(title)}">`,
    event !== undefined && `<script type="application/ld+json">${jsonInHtml(event)}</script>`,
    `<style>${STYLE}</style>`,
  ];
  return readFileSync(template, 'utf8')
    .replace(/<title>[^<]*/, (as) => (title === undefined ? as : `<title>${escaped(title)}`))
    .replace(/(<meta name="description" content=")[^"]*/, (as, start: string) =>
      description === undefined ? as : start + escaped(description),
    )
    .replace('</head>', () => `${head.filter(Boolean).join('')}</head>`)
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace(
      '<div id="root"></div>',
      () => `<div id="root"><main class="plain">${body}</main></div>`,
    );
}

/* Nothing in it can end the element that it stands in. */
const jsonInHtml = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c');

const STYLE = `
  .plain { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
  .plain h1 { font-size: 1.375rem; } .plain h2 { margin-top: 1.5rem; font-size: 1.125rem; }
  .plain h3 { margin-top: 1rem; font-size: 1rem; } .plain ul { padding-inline-start: 1.2em; list-style: disc; }`;
