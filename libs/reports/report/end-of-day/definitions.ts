import type { Page } from './page';

export async function definitions({ words, sheet }: Page): Promise<void> {
  sheet.heading(words.definitions);
  for (const [term, meaning] of words.definitionList) {
    sheet.definition(term, meaning);
    await sheet.pause();
  }
}
