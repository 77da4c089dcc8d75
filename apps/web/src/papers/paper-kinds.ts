import { m } from '../paraglide/messages.js';
import type { Paper } from './papers-requests';

/** What each kind of paper is called. */
export const paperKinds: Record<Paper['kind'], () => string> = {
  statement: m.papers_statement,
  sales_export: m.papers_sales_export,
  late_list: m.papers_late_list,
  final_report: m.papers_final_report,
};
