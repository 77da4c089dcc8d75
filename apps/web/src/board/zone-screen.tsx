import { getRouteApi } from '@tanstack/react-router';
import { formatVnd } from '@phien/kernel';
import type { Fair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { timeOf } from '../tills/till-words';
import { Count, Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import type { TwinColumn } from '../ui/table-twin';
import { PeriodWords, PlaceFigures, PlaceFrame } from './place-frame';
import type { Place } from './place-frame';
import { PlaceLineCard } from './place-line-card';
import { BoothLink } from './place-links';
import classes from './place-page.module.css';
import { useZonePage } from './place-requests';
import type { ZonePage } from './place-requests';
import { PlaceScreen } from './place-screen';
import ranks from './ranking-card.module.css';
import type { Selection } from './selection.rules';

const route = getRouteApi('/board/zone');

/** `/board/zone?fair=&code=`: one zone, in the day or period of the board one came from. */
export function ZoneScreen() {
  return (
    <PlaceScreen title={m.place_zone_title()} search={route.useSearch()}>
      {(place) => <Zone key={`${place.fair.id} ${place.code}`} {...place} />}
    </PlaceScreen>
  );
}

function Zone({ code, ...place }: Place) {
  const { language } = useLanguage();
  const { fair, selection } = place;
  const followed = useZonePage(fair.id, code, selection);
  const nameOfZone = ({ zone }: ZonePage) => (language === 'vi' ? zone.nameVi : zone.nameEn);
  return (
    <PlaceFrame {...place} followed={followed} subjectOf={nameOfZone}>
      {(page) => (
        <>
          <div className={classes.head}>
            <h1 className={classes.title}>{nameOfZone(page)}</h1>
            <p className={classes.who}>
              <PeriodWords page={page} />
            </p>
            <p className={classes.note}>
              {m.place_no_visits()}
              {selection.origins.length > 0 && ` ${m.place_every_origin()}`}
            </p>
          </div>
          <ZoneFigures page={page} />
          <div className={classes.grid}>
            <ZoneLine page={page} />
            <ZoneBooths fair={fair} selection={selection} page={page} />
            <NotHeard fair={fair} selection={selection} page={page} />
          </div>
        </>
      )}
    </PlaceFrame>
  );
}

function ZoneFigures({ page }: { page: ZonePage }) {
  const { language } = useLanguage();
  const { revenue, sales, booths, share } = page;
  const isWithheld = page.withheld.includes('declared');
  return (
    <PlaceFigures
      label={language === 'vi' ? page.zone.nameVi : page.zone.nameEn}
      figures={[
        {
          title: revenue.declaredVnd ? m.kpi_revenue_both() : m.kpi_revenue(),
          value: <Money vnd={revenue.totalVnd} />,
          sub: (
            <>
              {share !== null && m.place_share({ share: formatShare(share, language) })}
              {revenue.declaredVnd ? (
                <>
                  {' · '}
                  {m.place_declared()} <Money vnd={revenue.declaredVnd} />
                </>
              ) : (
                isWithheld && ` · ${m.place_declared_withheld()}`
              )}
            </>
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
          value: <Count count={sales.refundCount} />,
          sub: <Money vnd={sales.refundVnd} />,
        },
        {
          title: m.kpi_booths(),
          value: `${formatCount(booths.selling, language)}/${formatCount(booths.allocated, language)}`,
          sub: m.place_coverage({
            heard: formatCount(booths.heardFrom, language),
            allocated: formatCount(booths.allocated, language),
          }),
        },
      ]}
    />
  );
}

function ZoneLine({ page }: { page: ZonePage }) {
  const { language } = useLanguage();
  const zone = m.ranking_sub_zone({ zone: page.zone.code });
  return (
    <PlaceLineCard
      rows={page.line}
      series={[
        {
          title: zone,
          vndOf: (row) => row.revenueVnd,
          salesOf: (row) => row.salesCount,
          wordsOf: (row) =>
            m.place_reading({
              name: zone,
              revenue: formatVnd(row.revenueVnd, language),
              sales: formatCount(row.salesCount, language),
            }),
        },
      ]}
      note={m.place_line_note()}
    />
  );
}

type BoothRow = ZonePage['rows'][number];
type ListProps = { fair: Fair; selection: Selection; page: ZonePage };
const nameOf = (row: BoothRow) => row.exhibitorNames.join(', ');

function ZoneBooths({ fair, selection, page }: ListProps) {
  const { language } = useLanguage();
  const ranked = page.rows.filter(({ revenue }) => revenue !== null);
  const most = Math.max(1, ...ranked.map(({ revenue }) => revenue?.amount ?? 0));
  const times = { language, timeZone: page.timeZone, asOf: page.asOf };
  const silence = ({ silentSince }: BoothRow) =>
    silentSince === null ? '' : m.tills_state_silent({ time: timeOf(silentSince, times) });
  const columns: TwinColumn<BoothRow>[] = [
    { title: m.place_rank_zone(), cell: (row) => row.revenue?.rank ?? null, unit: 'count' },
    { title: m.ranking_booth(), cell: (row) => row.boothCode },
    { title: m.ranking_exhibitor(), cell: nameOf, isName: true },
    {
      title: m.place_state(),
      cell: (row) => silence(row) || (row.isHeard ? m.place_heard() : m.place_not_heard()),
    },
  ];
  if (page.showsMoney) {
    columns.push(
      {
        title: m.col_sales(),
        cell: (row) => row.salesCount ?? 0,
        unit: 'count',
      },
      {
        title: m.col_revenue(),
        cell: (row) => row.revenue?.amount ?? 0,
        unit: 'vnd',
      },
    );
  }
  return (
    <TableTwin
      title={m.place_zone_booths()}
      rows={page.rows}
      keyOf={({ boothId }) => boothId}
      columns={columns}
      note={page.showsMoney ? undefined : m.ranking_money_hidden()}
    >
      {ranked.length === 0 ? (
        <p className={classes.note}>{m.ranking_empty()}</p>
      ) : (
        <ol className={ranks.list}>
          {ranked.map((row) => (
            <li key={row.boothId} className={ranks.row}>
              <span className={ranks.rank}>{row.revenue?.rank}</span>
              <span className={ranks.words}>
                <span className={ranks.name}>
                  <BoothLink fairCode={fair.code} selection={selection} code={row.boothCode}>
                    <b>{row.boothCode}</b> {nameOf(row)}
                  </BoothLink>
                </span>
                {row.silentSince !== null && <span className={classes.silent}>{silence(row)}</span>}
              </span>
              {row.revenue !== null && row.revenue.amount !== null && (
                <>
                  <span className={ranks.money}>
                    <Money vnd={row.revenue.amount} />
                  </span>
                  <span className={ranks.track} aria-hidden>
                    <span
                      className={ranks.bar}
                      style={{ width: `${(Math.max(0, row.revenue.amount) / most) * 100}%` }}
                    />
                  </span>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </TableTwin>
  );
}

/** By name, so that somebody can go there. */
function NotHeard({ fair, selection, page }: ListProps) {
  const { language } = useLanguage();
  const missing = page.rows
    .filter(({ isHeard }) => !isHeard)
    .sort((a, b) => a.boothCode.localeCompare(b.boothCode, 'en', { numeric: true }));
  const title = m.place_not_heard_title({ count: formatCount(missing.length, language) });
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.cardTitle}>{title}</h2>
      {missing.length === 0 ? (
        <p className={classes.note}>{m.place_all_heard()}</p>
      ) : (
        <ul className={classes.rows}>
          {missing.map((row) => (
            <li key={row.boothId}>
              <BoothLink fairCode={fair.code} selection={selection} code={row.boothCode}>
                <b>{row.boothCode}</b> {nameOf(row)}
              </BoothLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
