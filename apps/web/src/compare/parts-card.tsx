import type { Language } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { Card, CsvButton } from './card';
import type { ComparedPart, Comparison } from './compare-requests';
import { isOursAlone, partsCsv } from './compare.rules';
import classes from './compare-screen.module.css';
import { figureWords, noGrowthWords, originWords } from './compare-words';
import { Basis, GrowthSaid, sideColumns, Told } from './sides';
import { SourceList } from './source-list';
import { Cell, Row, StackedTable } from './stacked-table';

/** Revenue by where the sellers come from, then and now, on the ground that both fairs share. */
export function PartsCard({ comparison }: { comparison: Comparison }) {
  const { parts, own, isDeclaredInParts } = comparison;
  const compared = parts.filter((part) => !isOursAlone(part));
  const rest = parts.filter(isOursAlone);
  return (
    <Card
      title={m.compare_parts()}
      action={<CsvButton name="comparison-places.csv" csv={() => partsCsv(comparison)} />}
    >
      <p className={classes.note}>
        {m.compare_parts_note()}
        {!isDeclaredInParts && ` ${m.compare_parts_measured()}`}
        {rest.some(({ kind }) => kind === 'grouped') && ` ${m.compare_parts_grouped_note()}`}
      </p>
      <StackedTable
        title={m.compare_parts()}
        columns={[{ title: m.compare_parts_origin() }, ...sideColumns()]}
      >
        {compared.map((part, at) => (
          <Part key={at} part={part} finishedDays={own.finishedDays} />
        ))}
      </StackedTable>
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary className={classes.summary}>
            {m.compare_parts_rest({ count: rest.length })}
          </summary>
          <StackedTable
            title={m.compare_parts_rest({ count: rest.length })}
            columns={[
              { title: m.compare_parts_origin() },
              { title: m.compare_own(), isNumber: true },
            ]}
          >
            {rest.map((part, at) => (
              <Row key={at} name={<PartName part={part} />}>
                <Cell title={m.compare_own()} isNumber>
                  <OwnFigure vnd={part.ownVnd} />
                </Cell>
              </Row>
            ))}
          </StackedTable>
        </details>
      )}
    </Card>
  );
}

function Part({ part, finishedDays }: { part: ComparedPart; finishedDays: number }) {
  return (
    <Row
      name={
        <>
          <PartName part={part} />
          {part.base !== null && <Basis basis={part.basis} finishedDays={finishedDays} />}
        </>
      }
    >
      <Cell title={m.compare_own()} isNumber>
        <OwnFigure vnd={part.ownVnd} />
      </Cell>
      <Cell title={m.compare_base()} isNumber>
        {part.base === null ? m.compare_unknown() : <Told measure="revenue" value={part.base} />}
      </Cell>
      <Cell title={m.compare_growth()} isNumber isUnknown={part.base === null}>
        <GrowthSaid growth={part.growth} why={noGrowthWords(part.noGrowth, finishedDays)} />
      </Cell>
      <Cell title={m.compare_col_sources()}>
        <SourceList figures={part.figures} />
      </Cell>
    </Row>
  );
}

function OwnFigure({ vnd }: { vnd: number | null }) {
  const { language } = useLanguage();
  return vnd === null ? m.compare_unknown() : figureWords('revenue', vnd, language);
}

const namesOf = (places: ComparedPart['places'], language: Language) =>
  places.map(({ nameVi, nameEn }) => (language === 'vi' ? nameVi : nameEn)).join(', ');

/* An origin in bold ink; a place with what stands there now, and with what the base does not tell of. */
function PartName({ part }: { part: ComparedPart }) {
  const { language } = useLanguage();
  if (part.kind === 'origin') return originWords[part.origin]();
  if (part.kind === 'grouped') {
    return (
      <>
        {m.compare_parts_grouped({ count: part.placeCount })}
        <span className={classes.quiet}>{originWords[part.origin]()}</span>
      </>
    );
  }
  const place = namesOf(part.places, language);
  return (
    <>
      {place}
      {part.now.length > 0 && (
        <span className={classes.quiet}>
          {m.compare_place_now({ now: namesOf(part.now, language) })}
        </span>
      )}
      {part.missing.length > 0 && (
        <span className={classes.quiet}>
          {m.compare_place_missing({ places: namesOf(part.missing, language) })}
        </span>
      )}
    </>
  );
}
