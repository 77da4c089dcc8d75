import type { Content } from './apply-requests';

/** What this device keeps of an application: enough to come back to it, and to go on without a network. */
export interface KeptDraft {
  code: string;
  /** Of the server's copy that was written in; 0 while it has none. */
  version: number;
  content: Content;
  /** Whether the server has all of it. */
  isSaved: boolean;
}

const nameOf = (fairCode: string) => `phien-apply ${fairCode}`;

export function keptDraft(fairCode: string): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(fairCode)) ?? 'null') as KeptDraft | null;
    return kept && typeof kept.code === 'string' && typeof kept.content === 'object' ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(fairCode: string, draft: KeptDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(nameOf(fairCode));
    else localStorage.setItem(nameOf(fairCode), JSON.stringify(draft));
  } catch {
    // Storage is closed: what is typed stands on the page and on the server.
  }
}
