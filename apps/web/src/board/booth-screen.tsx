import { getRouteApi } from '@tanstack/react-router';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { timeOf } from '../tills/till-words';
import { BarList } from '../ui/bar-list';
import { Count, Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { PeriodWords, PlaceFigures, PlaceFrame } from './place-frame';
import type { Place, PlaceFigure } from './place-frame';
import { PlaceLineCard } from './place-line-card';
import type { PlaceSeries } from './place-line-card';
import { ZoneLink } from './place-links';
import classes from './place-page.module.css';
import { useBoothPage } from './place-requests';
import type { BoothPage } from './place-requests';
import { PlaceScreen } from './place-screen';
import type { Selection } from './selection.rules';
import { shareOf, sumOf } from './shares.rules';
import { tillStateWords } from './till-state-words';

const route = getRouteApi('/board/booth');

/** `/board/booth?fair=&code=`: one booth, in the day or period of the board one came from. */
export function BoothScreen() {
  return (
    <PlaceScreen title={m.place_booth_title()} search={route.useSearch()}>
      {(place) => <Booth key={`${place.fair.id} ${place.code}`} {...place} />}
    </PlaceScreen>
  );
}

const subjectOf = ({ boothCode }: BoothPage) => m.heat_booth({ booth: boothCode });

function Booth({ code, ...place }: Place) {
  const { fair, selection } = place;
  const followed = useBoothPage(fair.id, code, selection);
  return (
    <PlaceFrame {...place} followed={followed} subjectOf={subjectOf}>
      {(page) => (
        <>
          <Head fairCode={fair.code} selection={selection} page={page} />
          <PlaceFigures
            label={subjectOf(page)}
            figures={[...moneyFigures(page), ...rankFigures(page)]}
          />
          <div className={classes.grid}>
            <BoothLine page={page} />
            {page.showsMoney && <Parts page={page} />}
            <TillsCard page={page} />
            {!page.showsMoney && <p className={classes.note}>{m.ranking_money_hidden()}</p>}
          </div>
        </>
      )}
    </PlaceFrame>
  );
}

interface HeadProps {
  fairCode: string;
  selection: Selection;
  page: BoothPage;
}

function Head({ fairCode, selection, page }: HeadProps) {
  const { language } = useLanguage();
  const { zone } = page;
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{subjectOf(page)}</h1>
      <p className={classes.who}>{page.exhibitorNames.join(', ') || m.place_nobody()}</p>
      <p className={classes.note}>
        <ZoneLink fairCode={fairCode} selection={selection} code={zone.code}>
          {language === 'vi' ? zone.nameVi : zone.nameEn}
        </ZoneLink>
        {' · '}
        {m.place_area({ area: formatCount(page.areaCm2 / 10_000, language) })}
        {' · '}
        <PeriodWords page={page} />
        {' · '}
        {page.isHeard ? m.place_heard() : m.place_not_heard()}
      </p>
    </div>
  );
}

function moneyFigures({ revenue, sales, corrections }: BoothPage): PlaceFigure[] {
  if (!revenue || !sales || !corrections) return [];
  return [
    {
      title: revenue.declaredVnd ? m.kpi_revenue_both() : m.kpi_revenue(),
      value: <Money vnd={revenue.totalVnd} />,
      sub: revenue.declaredVnd ? (
        <>
          {m.place_measured()} <Money vnd={revenue.measuredVnd} />
          {' · '}
          {m.place_declared()} <Money vnd={revenue.declaredVnd} />
        </>
      ) : (
        m.kpi_revenue_all_measured()
      ),
    },
    {
      title: m.kpi_sales(),
      value: <Count count={sales.count} />,
      sub: (
        <>
          {m.kpi_average()}: <Money vnd={sales.averageVnd} />
        </>
      ),
    },
    {
      title: m.place_corrections(),
      value: <Count count={corrections.refundCount} />,
      sub: (
        <>
          <Money vnd={corrections.refundVnd} />
          {corrections.declaredAgain > 0 && (
            <>
              {' · '}
              <DeclaredAgain count={corrections.declaredAgain} />
            </>
          )}
        </>
      ),
    },
  ];
}

function DeclaredAgain({ count }: { count: number }) {
  const { language } = useLanguage();
  return <>{m.place_declared_again({ count: formatCount(count, language) })}</>;
}

function rankFigures(page: BoothPage): PlaceFigure[] {
  const ranks = [
    { title: m.heat_rank_revenue(), rank: page.revenueRank },
    { title: m.place_rank_zone(), rank: page.zoneRank },
    { title: m.heat_rank_density(), rank: page.densityRank },
    { title: m.heat_rank_sales(), rank: page.salesRank },
  ];
  return ranks.map(({ title, rank }) => ({
    title,
    value: rank === null ? '–' : rank.rank,
    sub: rank === null ? m.heat_none() : <RankOf of={rank.of} />,
  }));
}

function RankOf({ of }: { of: number }) {
  const { language } = useLanguage();
  return <>{m.place_rank_of({ count: formatCount(of, language) })}</>;
}

function BoothLine({ page }: { page: BoothPage }) {
  const { language } = useLanguage();
  type Row = BoothPage['line'][number];
  const words = (name: string, vnd: number, sales: number) =>
    m.place_reading({
      name,
      revenue: formatVnd(vnd, language),
      sales: formatCount(sales, language),
    });
  const booth = subjectOf(page);
  const zone = m.ranking_sub_zone({ zone: page.zone.code });
  const series: PlaceSeries<Row>[] = [
    {
      title: zone,
      vndOf: (row) => row.zoneVnd,
      salesOf: (row) => row.zoneSales,
      wordsOf: (row) => words(zone, row.zoneVnd, row.zoneSales),
    },
  ];
  if (page.showsMoney) {
    series.unshift({
      title: booth,
      vndOf: (row) => row.boothVnd ?? 0,
      salesOf: (row) => row.boothSales ?? 0,
      wordsOf: (row) => words(booth, row.boothVnd ?? 0, row.boothSales ?? 0),
    });
  }
  return (
    <PlaceLineCard
      rows={page.line}
      series={series}
      note={page.showsMoney ? m.place_line_note() : m.place_line_zone_only()}
    />
  );
}

function TillsCard({ page }: { page: BoothPage }) {
  const { language } = useLanguage();
  const times = { language, timeZone: page.timeZone, asOf: page.asOf };
  return (
    <section className={classes.card} aria-label={m.place_tills()}>
      <h2 className={classes.cardTitle}>{m.place_tills()}</h2>
      {page.tills.length === 0 ? (
        <p className={classes.note}>{m.place_tills_none()}</p>
      ) : (
        <ul className={classes.rows}>
          {page.tills.map((till, at) => (
            <li key={at}>
              {till.name} · {till.exhibitorName}
              <span className={`${classes.state} ${till.state === 'silent' ? classes.silent : ''}`}>
                {tillStateWords(
                  till,
                  till.since === null ? '' : timeOf(till.since, times),
                  language,
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Part = BoothPage['stars'][number];

const methodWords: Record<string, () => string> = {
  cash: m.my_method_cash,
  vietqr: m.my_method_vietqr,
  card: m.my_method_card,
  wallet: m.my_method_wallet,
  other: m.my_method_other,
};

function Parts({ page }: { page: BoothPage }) {
  const { language } = useLanguage();
  return (
    <>
      <PartCard
        title={m.classes_title()}
        what={m.classes_class()}
        parts={page.classes}
        colour={4}
        nameOf={(part) => (language === 'vi' ? part.nameVi : part.nameEn) || m.classes_none()}
      />
      <PartCard
        title={m.stars_title()}
        what={m.stars_star()}
        parts={page.stars}
        colour={5}
        nameOf={({ key }) => (key === 'none' ? m.star_none() : m.star_n({ count: key }))}
      />
      <PartCard
        title={m.place_methods()}
        what={m.place_method()}
        parts={page.methods}
        colour={3}
        nameOf={({ key }) => (methodWords[key] ?? m.my_method_other)()}
      />
    </>
  );
}

interface PartCardProps {
  title: string;
  what: string;
  parts: readonly Part[];
  colour: 3 | 4 | 5;
  nameOf: (part: Part) => string;
}

/** A split of what the booth's tills measured. */
function PartCard({ title, what, parts, colour, nameOf }: PartCardProps) {
  const { language } = useLanguage();
  const total = sumOf(parts, ({ revenueVnd }) => revenueVnd);
  const share = ({ revenueVnd }: Part) => {
    const part = shareOf(revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  return (
    <TableTwin
      title={title}
      rows={parts}
      keyOf={({ key }) => key}
      columns={[
        { title: what, cell: nameOf, isName: true },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.share(), cell: (row) => shareOf(row.revenueVnd, total), unit: 'share' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
      ]}
      total={[m.total(), total, null, null]}
      note={m.place_measured_only()}
    >
      {parts.length === 0 ? (
        <p className={classes.note}>{m.heat_none()}</p>
      ) : (
        <BarList
          colour={colour}
          rows={parts.map((part) => ({
            key: part.key,
            label: nameOf(part),
            size: part.revenueVnd,
            value: <Money vnd={part.revenueVnd} />,
            aside: share(part),
          }))}
        />
      )}
    </TableTwin>
  );
}
