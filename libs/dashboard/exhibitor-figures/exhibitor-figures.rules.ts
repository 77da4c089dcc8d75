import type {
  ExhibitorDayDto,
  ExhibitorSumDto,
  MethodFiguresDto,
  OwnBoothFiguresDto,
  ProductFiguresDto,
} from './exhibitor-figures.dto';

/** Documents of a day at one booth. */
export interface BoothRow {
  day: string;
  boothId: string;
  boothCode: string;
  salesCount: number;
  salesVnd: number;
  refundCount: number;
  refundVnd: number;
}

export interface MethodRow extends MethodFiguresDto {
  day: string;
}

export interface ProductRow extends ProductFiguresDto {
  day: string;
}

export interface FairDayRow {
  day: string;
  isOpen: boolean;
}

export interface SoldRows {
  booths: readonly BoothRow[];
  methods: readonly MethodRow[];
  products: readonly ProductRow[];
}

const SHOWN_PRODUCTS = 20;
const METHODS = ['cash', 'vietqr', 'card', 'wallet', 'other'] as const;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/* Of the groups, in the order of their first row. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [Row, ...Row[]][] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** Sums rows of one day or of several; the same rows give the same parts and totals. */
export function sumOfRows({ booths, methods, products }: SoldRows): ExhibitorSumDto {
  const salesVnd = sum(booths, (row) => row.salesVnd);
  const refundVnd = sum(booths, (row) => row.refundVnd);
  const sold = productsOf(products);
  return {
    salesCount: sum(booths, (row) => row.salesCount),
    salesVnd,
    refundCount: sum(booths, (row) => row.refundCount),
    refundVnd,
    revenueVnd: salesVnd + refundVnd,
    methods: methodsOf(methods),
    booths: boothsOf(booths),
    products: sold.slice(0, SHOWN_PRODUCTS),
    otherProductsVnd: sum(sold.slice(SHOWN_PRODUCTS), (row) => row.revenueVnd),
  };
}

function methodsOf(rows: readonly MethodRow[]): MethodFiguresDto[] {
  return METHODS.map((method) => {
    const own = rows.filter((row) => row.method === method);
    return {
      method,
      isUsed: own.length > 0,
      salesCount: sum(own, (row) => row.salesCount),
      revenueVnd: sum(own, (row) => row.revenueVnd),
    };
  })
    .filter(({ isUsed }) => isUsed)
    .map(({ method, salesCount, revenueVnd }) => ({ method, salesCount, revenueVnd }));
}

function boothsOf(rows: readonly BoothRow[]): OwnBoothFiguresDto[] {
  return grouped(rows, ({ boothId }) => boothId)
    .map((own) => ({
      boothId: own[0].boothId,
      boothCode: own[0].boothCode,
      salesCount: sum(own, (row) => row.salesCount),
      revenueVnd: sum(own, (row) => row.salesVnd + row.refundVnd),
    }))
    .sort((a, b) => (a.boothCode < b.boothCode ? -1 : 1));
}

/* Without a product the name tells what was sold; days come in order, so the last name is last. */
function productsOf(rows: readonly ProductRow[]): ProductFiguresDto[] {
  return grouped(rows, ({ productId, name, unit }) => productId ?? `${name} ${unit}`)
    .map((own) => {
      const { productId, name, unit } = own[own.length - 1] ?? own[0];
      return {
        productId,
        name,
        unit,
        quantityMilli: sum(own, (row) => row.quantityMilli),
        revenueVnd: sum(own, (row) => row.revenueVnd),
      };
    })
    .sort((a, b) => b.revenueVnd - a.revenueVnd || a.name.localeCompare(b.name, 'vi'));
}

/** The days to show, the latest first: the fair's until today, and any other with a document. */
export function daysOfRows(
  rows: SoldRows,
  fairDays: readonly FairDayRow[],
  today: string,
): ExhibitorDayDto[] {
  const isOpen = new Map(fairDays.map((row) => [row.day, row.isOpen]));
  const past = fairDays.filter(({ day }) => day <= today).map(({ day }) => day);
  const sold = [...rows.booths, ...rows.methods, ...rows.products].map(({ day }) => day);
  const days = [...new Set([...past, ...sold])].sort().reverse();
  return days.map((day) => ({
    day,
    isOpen: isOpen.get(day) ?? false,
    ...sumOfRows({
      booths: rows.booths.filter((row) => row.day === day),
      methods: rows.methods.filter((row) => row.day === day),
      products: rows.products.filter((row) => row.day === day),
    }),
  }));
}
