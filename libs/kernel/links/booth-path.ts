/** Where a visitor reads of a booth and of who stands in it: what the code on its sign leads to. */
export const boothPath = (fairCode: string, boothCode: string): string =>
  `/f/${encodeURIComponent(fairCode)}?gian=${encodeURIComponent(boothCode)}`;
