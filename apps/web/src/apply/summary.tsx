import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { kindWords } from '../people/kind-words';
import classes from './apply-page.module.css';
import type { ApplyForm, Content, Own } from './apply-requests';
import { wishWords } from './wish-words';

interface SummaryProps {
  content: Content;
  form: ApplyForm;
  files: Own['files'];
}

/** What was sent, to read over. */
export function Summary({ content, form, files }: SummaryProps) {
  const { language } = useLanguage();
  const pick = (each: { nameVi: string; nameEn: string } | undefined) =>
    each && (language === 'vi' ? each.nameVi : each.nameEn);
  const { ownUnits, provinces, countries } = form.places;
  const place =
    pick(
      [...ownUnits, ...provinces].find(
        ({ set, code }) => set === content.placeSet && code === content.placeCode,
      ),
    ) ?? pick(countries.find(({ code }) => code === content.countryCode));
  const lines: [string, string | undefined][] = [
    [m.apply_name(), content.name],
    [m.apply_kind(), content.kind && kindWords[content.kind]()],
    [m.apply_tax(), content.taxCode],
    [m.apply_from(), place],
    [m.apply_representative(), content.representative],
    [m.apply_phone(), content.phone],
    [m.apply_mail(), content.mail],
    [
      m.apply_products(),
      content.products
        ?.map(({ name, star, priceVnd, unit }) =>
          [
            name,
            star ? m.apply_product_stars({ n: star }) : null,
            `${formatVnd(priceVnd ?? 0, language)}/${unit ?? ''}`,
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n'),
    ],
    [m.apply_wishes(), wishWords(content.wishes ?? {}).join('\n')],
    [m.apply_note(), content.note],
    [m.apply_files(), files.map(({ name }) => name).join('\n')],
  ];
  return (
    <dl className={classes.summary}>
      {lines.map(
        ([label, text]) =>
          text && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
