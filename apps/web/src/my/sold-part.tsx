import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { OwnPapers } from '../papers/own-papers';
import { BarList } from '../ui/bar-list';
import buttons from '../ui/buttons.module.css';
import { RollingCount, RollingMoney } from '../ui/figures';
import { KpiCard } from '../ui/kpi-card';
import { Bar, Empty, ErrorState, Skeleton } from '../ui/states';
import { TableTwin } from '../ui/table-twin';
import type { Figures, Standing, Sum } from './my-client';
import { figuresQuery } from './my-queries';
import fields from './field.module.css';
import classes from './sold-part.module.css';

const ALL = 'all';

/** What the exhibitor sold: a day or the whole fair, and who else sees it. */
export function SoldPart({ standing, fairCode }: { standing: Standing; fairCode: string }) {
  const { language } = useLanguage();
  const figures = useQuery(figuresQuery(standing));
  const [chosen, setChosen] = useState<string | null>(null);
  if (figures.isPending) return <Skeleton shapes={[48, 120, 200, 200]} />;
  if (!figures.data) {
    return <ErrorState problem={figures.error} onRetry={() => void figures.refetch()} />;
  }
  const { days, total, today, boothMoneyVisibleTo, setAsideCount } = figures.data;
  const shownDay = chosen ?? days[0]?.day ?? ALL;
  const day = days.find((row) => row.day === shownDay);
  const sum = shownDay === ALL || !day ? total : day;
  const dayName = (name: string) =>
    name === today
      ? m.my_sold_today({ day: formatShortDay(name, language) })
      : formatShortDay(name, language);
  return (
    <div className={classes.part}>
      {setAsideCount > 0 && (
        <div className={classes.setAside}>
          <Bar tone="warn">
            {m.my_sold_set_aside({ count: formatCount(setAsideCount, language) })}
          </Bar>
        </div>
      )}
      <label className={classes.period}>
        <span className="onlyForReaders">{m.my_sold_period()}</span>
        <select
          className={fields.control}
          value={shownDay}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {days.map((row) => (
            <option key={row.day} value={row.day}>
              {dayName(row.day)}
              {row.isOpen ? '' : ` · ${m.my_sold_closed_day()}`}
            </option>
          ))}
          <option value={ALL}>{m.my_sold_all()}</option>
        </select>
      </label>
      <dl className={classes.figures}>
        <KpiCard
          isLead
          testId="my-revenue"
          title={m.my_sold_revenue()}
          exact={sum.revenueVnd}
          value={<RollingMoney vnd={sum.revenueVnd} />}
          meaning={<p>{m.my_sold_revenue_meaning()}</p>}
          sub={<span className={classes.gap} />}
        />
        <KpiCard
          testId="my-sales"
          title={m.my_sold_sales()}
          exact={sum.salesCount}
          value={<RollingCount count={sum.salesCount} />}
          meaning={<p>{m.my_sold_sales_meaning()}</p>}
          sub={
            <span className={classes.foot}>
              {m.my_sold_sales_sub({ amount: formatVnd(sum.salesVnd, language) })}
            </span>
          }
        />
        <KpiCard
          testId="my-refunds"
          title={m.my_sold_refunds()}
          exact={sum.refundVnd}
          value={<RollingMoney vnd={Math.abs(sum.refundVnd)} />}
          meaning={<p>{m.my_sold_refunds_meaning()}</p>}
          sub={
            <span className={classes.foot}>
              {m.my_sold_refunds_sub({ count: formatCount(sum.refundCount, language) })}
            </span>
          }
        />
      </dl>
      {total.salesCount === 0 && total.refundCount === 0 ? (
        <Empty
          title={m.my_sold_empty_title()}
          text={m.my_sold_empty_text()}
          action={
            <Link to="/my" search={{ fair: fairCode, part: 'tills' }} className={buttons.main}>
              {m.my_sold_empty_action()}
            </Link>
          }
        />
      ) : (
        <div className={classes.cards}>
          <BestSellers sum={sum} />
          <Methods sum={sum} />
          {sum.booths.length > 1 && <OwnBooths sum={sum} />}
          <Days figures={figures.data} dayName={dayName} />
        </div>
      )}
      <OwnPapers
        {...standing}
        timeZone={figures.data.timeZone}
        day={shownDay === ALL ? null : shownDay}
      />
      <WhoSees setting={boothMoneyVisibleTo} />
    </div>
  );
}

/** To the đồng: sellers lay these figures beside what is in their till. */
function Exact({ vnd }: { vnd: number }) {
  const { language } = useLanguage();
  return <span>{formatVnd(vnd, language)}</span>;
}

function BestSellers({ sum }: { sum: Sum }) {
  const { language } = useLanguage();
  const quantity = (milli: number, unit: string) =>
    `${formatCount(milli / 1_000, language)} ${unit}`;
  const shown = sum.products.slice(0, 8);
  return (
    <TableTwin
      title={m.my_sold_best()}
      rows={sum.products}
      keyOf={(row) => row.productId ?? `${row.name} ${row.unit}`}
      columns={[
        { title: m.my_sold_product(), cell: (row) => row.name, isName: true },
        {
          title: m.my_sold_quantity(),
          cell: (row) => quantity(row.quantityMilli, row.unit),
          isNumber: true,
        },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'exactVnd' },
      ]}
      total={[m.total(), '', sum.revenueVnd]}
      note={
        sum.otherProductsVnd === 0
          ? undefined
          : `${m.my_sold_others()}: ${formatVnd(sum.otherProductsVnd, language)}`
      }
    >
      <BarList
        rows={shown.map((row) => ({
          key: row.productId ?? `${row.name} ${row.unit}`,
          label: row.name,
          size: row.revenueVnd,
          value: <Exact vnd={row.revenueVnd} />,
          sub: quantity(row.quantityMilli, row.unit),
        }))}
      />
    </TableTwin>
  );
}

const methodWords = {
  cash: m.my_method_cash,
  vietqr: m.my_method_vietqr,
  card: m.my_method_card,
  wallet: m.my_method_wallet,
  other: m.my_method_other,
};

function Methods({ sum }: { sum: Sum }) {
  const { language } = useLanguage();
  return (
    <TableTwin
      title={m.my_sold_by_method()}
      rows={sum.methods}
      keyOf={(row) => row.method}
      columns={[
        { title: m.my_sold_method(), cell: (row) => methodWords[row.method](), isName: true },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'exactVnd' },
      ]}
      total={[m.total(), '', sum.revenueVnd]}
    >
      <BarList
        colour={3}
        rows={sum.methods.map((row) => ({
          key: row.method,
          label: methodWords[row.method](),
          size: row.revenueVnd,
          value: <Exact vnd={row.revenueVnd} />,
          sub: m.my_sold_count({ count: formatCount(row.salesCount, language) }),
        }))}
      />
    </TableTwin>
  );
}

function OwnBooths({ sum }: { sum: Sum }) {
  const { language } = useLanguage();
  return (
    <TableTwin
      title={m.my_sold_by_booth()}
      rows={sum.booths}
      keyOf={(row) => row.boothId}
      columns={[
        { title: m.my_sold_booth(), cell: (row) => row.boothCode, isName: true },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'exactVnd' },
      ]}
      total={[m.total(), sum.salesCount, sum.revenueVnd]}
    >
      <BarList
        colour={2}
        rows={sum.booths.map((row) => ({
          key: row.boothId,
          label: m.my_sold_booth_code({ code: row.boothCode }),
          size: row.revenueVnd,
          value: <Exact vnd={row.revenueVnd} />,
          sub: m.my_sold_count({ count: formatCount(row.salesCount, language) }),
        }))}
      />
    </TableTwin>
  );
}

function Days({ figures, dayName }: { figures: Figures; dayName: (day: string) => string }) {
  const { language } = useLanguage();
  const { days, total } = figures;
  return (
    <TableTwin
      title={m.my_sold_by_day()}
      rows={days}
      keyOf={(row) => row.day}
      columns={[
        { title: m.my_sold_day(), cell: (row) => dayName(row.day), isName: true },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'exactVnd' },
      ]}
      total={[m.total(), total.salesCount, total.revenueVnd]}
    >
      <BarList
        rows={days.map((row) => ({
          key: row.day,
          label: dayName(row.day),
          size: row.revenueVnd === 0 ? null : row.revenueVnd,
          value: <Exact vnd={row.revenueVnd} />,
          sub: row.isOpen
            ? m.my_sold_count({ count: formatCount(row.salesCount, language) })
            : m.my_sold_closed_day(),
        }))}
      />
    </TableTwin>
  );
}

/** Who else sees the money, in plain sentences: an exhibitor must dare to use the till. */
function WhoSees({ setting }: { setting: Figures['boothMoneyVisibleTo'] }) {
  const sentences = [
    m.my_seen_you(),
    m.my_seen_organizers(),
    setting === 'organizers' ? m.my_seen_officials_no() : m.my_seen_officials_yes(),
    ...(setting === 'everyone' ? [m.my_seen_staff()] : []),
    m.my_seen_public(),
    m.my_seen_totals(),
  ];
  return (
    <section className={classes.seen} aria-labelledby="who-sees">
      <h2 id="who-sees">
        <Eye size={20} aria-hidden />
        {m.my_seen_title()}
      </h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{m.my_seen_who_decides()}</p>
    </section>
  );
}
