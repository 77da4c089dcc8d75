import type { Page } from '@playwright/test';
import type { DemoAccount } from '../../test/fair-server';

/** What a shot is taken of: a demo fair in the middle of its day, on a server of its own. */
export interface Stage {
  /** A fresh page; its size, colours and language are already set. */
  page: Page;
  url: string;
  fair: { id: string; code: string };
  /** Signs this page's browser in as one of the demo's people. */
  enterAs: (role: DemoAccount['role']) => Promise<void>;
  /** Of one of the demo's people. */
  password: (role: DemoAccount['role']) => string;
}

/** A state of a screen, worth a look at phone and desktop size, in light and in dark. */
export interface Shot {
  /** File name: `plan-give-booth`. */
  name: string;
  /** Only some sizes; both unless told. */
  sizes?: readonly ('phone' | 'desktop' | 'wall' | 'projector')[];
  /** Only in some colours; in both unless told. */
  schemes?: readonly ('light' | 'dark')[];
  /** The whole page instead of what fits on the screen. */
  isWhole?: boolean;
  /** Brings the page to the state; the picture is taken when this is done. */
  arrange(stage: Stage): Promise<void>;
}
