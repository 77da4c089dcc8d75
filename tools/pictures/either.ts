const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds a word of the screens in whichever of the two languages they are shown. */
export const either = (vi: string, en: string) => new RegExp(`^(${plain(vi)}|${plain(en)})$`);

/** The same for a name that begins with it. */
export const beginning = (vi: string, en: string) => new RegExp(`^(${plain(vi)}|${plain(en)})`);
