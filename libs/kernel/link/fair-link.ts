/*
 * The addresses of a fair's public page, written once: the page reads them, and signs, files and mails
 * print them behind the name of their server.
 */

/** The public page of a fair. */
export const fairPath = (fairCode: string) => `/f/${encodeURIComponent(fairCode)}`;

/** The public page of a fair with one booth chosen: what its sign and its QR code say. */
export const boothPath = (fairCode: string, boothCode: string) =>
  `${fairPath(fairCode)}/b/${encodeURIComponent(boothCode)}`;

/* No fair's code has a dot: such is a file of the page. */
const ADDRESS = /^\/f\/([^/.]+)(?:\/b\/([^/]+))?\/?$/;

/** The fair, and the booth if one is chosen, behind an address as it is sent; null behind any other. */
export function placeInAddress(
  path: string,
): { fairCode: string; boothCode: string | null } | null {
  const [, fairCode, boothCode] = ADDRESS.exec(path) ?? [];
  if (fairCode === undefined) return null;
  try {
    return {
      fairCode: decodeURIComponent(fairCode),
      boothCode: boothCode === undefined ? null : decodeURIComponent(boothCode),
    };
  } catch {
    /* A percent sign that stands for nothing. */
    return null;
  }
}
