import type { LoggerService } from '@nestjs/common';
import type { Server } from 'node:http';
import { pino, type DestinationStream, type Logger } from 'pino';

interface Line {
  time: number;
  level: number;
  msg?: string;
  stack?: string;
}

/* One line a person can read on a fair morning; a collector gets JSON (`NODE_ENV=production`). */
const readable: DestinationStream = {
  write(json) {
    const { time, level, msg = '', stack } = JSON.parse(json) as Line;
    const label = pino.levels.labels[level] ?? 'info';
    const line = `${new Date(time).toISOString()} ${label} ${msg}\n`;
    process.stdout.write(stack === undefined ? line : `${line}${stack}\n`);
  },
};

/** Quiet by default: warnings and faults. `PHIEN_LOG` is a level of pino. */
export function openLog(): Logger {
  const options = { level: process.env.PHIEN_LOG || 'warn', base: null };
  return process.env.NODE_ENV === 'production' ? pino(options) : pino(options, readable);
}

/** A line for every answer of `server`: what failed on our side as a warning, the rest as `info`. */
export function logAnswers(server: Server, log: Logger): void {
  server.prependListener('request', ({ method, url = '/' }, response) => {
    const begunMs = Date.now();
    response.once('close', () => {
      const { statusCode } = response;
      const level = statusCode >= 500 ? 'warn' : 'info';
      if (!log.isLevelEnabled(level)) return;
      const tookMs = Date.now() - begunMs;
      /* A query may carry what somebody typed; the log does not need it. */
      const path = url.split('?')[0];
      log[level]({ responseTime: tookMs }, `${method} ${path} ${statusCode} ${tookMs} ms`);
    });
  });
}

/** Nest's own words, at the level they deserve: its start is of interest to nobody else. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  fatal(message: unknown, ...more: unknown[]): void {
    this.error(message, ...more);
  }

  error(message: unknown, ...more: unknown[]): void {
    const stack =
      message instanceof Error
        ? message.stack
        : more.find((part) => typeof part === 'string' && part.includes('\n    at '));
    this.lines.error({ stack }, textOf(message));
  }

  warn(message: unknown): void {
    this.lines.warn(textOf(message));
  }

  log(message: unknown): void {
    this.lines.debug(textOf(message));
  }
}

const textOf = (message: unknown) => (message instanceof Error ? message.message : String(message));
