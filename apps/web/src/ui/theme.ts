import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type {
  CSSVariablesResolver,
  MantineColorsTuple,
  VariantColorsResolver,
} from '@mantine/core';

/** Shade 7 is the brand on light ground, shade 3 on dark; `tokens.css` holds the exact pairs. */
const brand: MantineColorsTuple = [
  '#e8f5f0',
  '#bfe0d3',
  '#8fd3bd',
  '#5fd0b0',
  '#3da88b',
  '#2c7a66',
  '#156a57',
  '#0b5a4a',
  '#084438',
  '#063028',
];

/* Mantine draws its dark surfaces and borders, and its light borders, from these two rows. */
const dark: MantineColorsTuple = [
  '#e8efec',
  '#c9d4cf',
  '#a3b3ad',
  '#6f807a',
  '#6f807a',
  '#26332f',
  '#17211e',
  '#0e1513',
  '#0b110f',
  '#070b0a',
];
const gray: MantineColorsTuple = [
  '#f6f8f7',
  '#eef2f0',
  '#e3e9e6',
  '#cbd5d1',
  '#75857f',
  '#66766f',
  '#52635d',
  '#3c4a45',
  '#26332f',
  '#14211d',
];

/* On dark ground the brand is light and its text dark, which a shade and white cannot say. */
const filledByTokens: VariantColorsResolver = (input) =>
  input.variant === 'filled' && (input.color === undefined || input.color === 'brand')
    ? {
        background: 'var(--brand)',
        hover: 'var(--brand-hover)',
        color: 'var(--on-brand)',
        border: '1px solid transparent',
      }
    : defaultVariantColorsResolver(input);

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 3 },
  colors: { brand, dark, gray },
  variantColorResolver: filledByTokens,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  defaultRadius: 8,
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.43', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
});

const fromTokens = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--brand)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--input-border)',
  '--mantine-primary-color-filled': 'var(--brand)',
  '--mantine-primary-color-filled-hover': 'var(--brand-hover)',
  '--mantine-primary-color-contrast': 'var(--on-brand)',
  '--mantine-color-brand-filled': 'var(--brand)',
  '--mantine-color-brand-filled-hover': 'var(--brand-hover)',
};

export const tokensForMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
});
