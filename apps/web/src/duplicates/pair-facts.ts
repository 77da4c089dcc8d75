import type { Language } from '@phien/kernel';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { kindWords } from '../people/kind-words';
import type { DuplicatePair, LikelyExhibitor } from './duplicates-requests';

interface Fact {
  label: string;
  /** Of the first and of the second; empty where nothing is said. */
  texts: [string, string];
}

/** What tells two exhibitors from one another, and what they say alike. */
export function pairFacts(
  { first, second }: Pick<DuplicatePair, 'first' | 'second'>,
  language: Language,
): { different: Fact[]; same: string[] } {
  const facts = factsOf.map(({ label, of }): Fact => ({
    label: label(),
    texts: [of(first, language), of(second, language)],
  }));
  return {
    different: facts.filter(({ texts: [one, other] }) => one !== other),
    same: facts
      .filter(({ texts: [one, other] }) => one === other && one !== '')
      .map(({ label, texts: [text] }) => `${label}: ${text}`),
  };
}

const factsOf: {
  label: () => string;
  of: (side: LikelyExhibitor, language: Language) => string;
}[] = [
  { label: m.people_kind, of: ({ exhibitor }) => kindWords[exhibitor.kind]() },
  { label: m.duplicates_tax_code, of: ({ exhibitor }) => exhibitor.taxCode ?? '' },
  {
    label: m.people_home,
    of: ({ exhibitor }, language) =>
      language === 'vi' ? exhibitor.placeNameVi : exhibitor.placeNameEn,
  },
  { label: m.duplicates_former_district, of: ({ exhibitor }) => exhibitor.formerDistrict ?? '' },
  {
    label: m.people_delegation,
    of: ({ exhibitor }, language) =>
      (language === 'vi' ? exhibitor.delegationNameVi : exhibitor.delegationNameEn) ?? '',
  },
  {
    label: m.duplicates_vat,
    of: ({ exhibitor }) => (exhibitor.paysVat ? m.duplicates_yes() : m.duplicates_no()),
  },
  { label: m.roster_representative, of: ({ exhibitor }) => exhibitor.representative ?? '' },
  { label: m.roster_phone, of: ({ exhibitor }) => exhibitor.contactPhone ?? '' },
  { label: m.people_col_booths, of: ({ exhibitor }) => exhibitor.boothCodes.join(', ') },
  {
    label: m.duplicates_products,
    of: ({ productCount }, language) =>
      productCount === 0 ? '' : formatCount(productCount, language),
  },
];
