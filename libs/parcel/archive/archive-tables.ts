/** A table whose rows of one fair go into its archive. */
export interface KeptTable {
  name: string;
  /** By columns that never change the order of what a chain or a document is. */
  orderBy: string;
  /** Secrets, and bytes that lie in files of their own: never in the rows. */
  withheld: readonly string[];
  /** Rows that are read at once: few where a row may be long. */
  rowsAtOnce: number;
}

const kept = (name: string, orderBy: string, withheld: readonly string[] = []): KeptTable => ({
  name,
  orderBy,
  withheld,
  rowsAtOnce: 2_000,
});

const keptLong = (name: string, orderBy: string): KeptTable => ({
  ...kept(name, orderBy),
  rowsAtOnce: 20,
});

/**
 * Facts of a fair and what they name, each once. A later table belongs here or into `LEFT_OUT`: a
 * spec asks the catalogue, so that nobody forgets to decide.
 */
export const KEPT: readonly KeptTable[] = [
  kept('fair', 'id'),
  kept('fair_day', 'day'),
  kept('zone', 'id'),
  kept('booth', 'id'),
  kept('plan_feature', 'id'),
  kept('published_plan', 'version'),
  kept('delegation', 'id', ['contact_person', 'contact_phone', 'contact_mail']),
  kept('delegation_booth', 'booth_id'),
  kept('exhibitor', 'id', ['representative', 'contact_phone']),
  kept('exhibitor_merge', 'merged_id'),
  kept('product', 'id'),
  keptLong('product_photo', 'product_id'),
  kept('allocation', 'id'),
  kept('exhibitor_points', 'exhibitor_id, revision'),
  kept('draw', 'id'),
  kept('draw_outcome', 'draw_id'),
  kept('draw_withdrawal', 'draw_id'),
  keptLong('suggestion', 'id'),
  kept('fee_rate', 'id'),
  kept('fee_relief', 'id'),
  kept('fee_payer', 'id'),
  kept('fee_reckoning', 'id'),
  kept('fee_charge', 'allocation_id, turn'),
  kept('fee_payment', 'id', ['bank_text', 'note']),
  kept('fee_payment_struck', 'payment_id'),
  kept('register', 'id'),
  kept('register_epoch', 'register_id, epoch'),
  kept('link', 'register_id, epoch, sequence'),
  kept('document_line', 'document_id, line_no'),
  kept('document_payment', 'document_id, payment_no'),
  kept('document', 'id'),
  kept('set_aside', 'document_id'),
  kept('set_aside_decision', 'document_id'),
  kept('set_aside_proposal', 'document_id'),
  kept('signed_head', 'register_id, epoch, sequence'),
  kept('conflicting_document', 'register_id, epoch, sequence, hash'),
  kept('declare_link', 'id', ['token_hash']),
  kept('declared_sale', 'fair_day, booth_id, exhibitor_id, revision'),
  kept('gate', 'id'),
  kept('gate_sensor', 'id', ['key']),
  kept('gate_count', 'gate_id, device_id, epoch, sequence'),
  kept('hand_count', 'id'),
  kept('hand_count_struck', 'hand_count_id'),
  kept('fair_capacity', 'fair_id'),
  kept('fair_seal', 'fair_id'),
  kept('fair_publication', 'fair_id'),
  kept('closing', 'day, revision'),
  kept('closing_head', 'day, revision, register_id, epoch'),
  kept('closing_document', 'document_id'),
  kept('closing_declared', 'declared_id'),
  kept('closing_signature', 'day, revision, account_id', ['second_factor_id', 'step']),
  kept('press_figure', 'id'),
  kept('press_figure_struck', 'press_figure_id'),
  kept('report', 'day, revision, kind, language, format', ['bytes']),
  kept('final_field_entry', 'field, revision'),
  keptLong('final_report_frame', 'language, revision'),
  keptLong('paper', 'id'),
  kept('paper_file', 'paper_id, language, format', ['bytes']),
  kept('audit_entry', 'at, id'),
];

/** Tables that hang from a fair and stay at home, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  outbox: 'a reader’s work to do',
  sales_rollup: 'made again from the facts',
  visits_rollup: 'made again from the facts',
  declared_rollup: 'made again from the facts',
  board_version: 'made again from the facts',
  reconciliation: 'made again from the facts',
  plan_version: 'of screens that are open now',
  files_version: 'of screens that are open now',
  plan_backdrop: 'drawn over, and no part of any plan',
  plan_draft: 'not published, and nobody stood in it',
  plan_draft_save: 'of a draft',
  wanted_report: 'files on their way',
  wanted_paper: 'files on their way',
  wanted_archive: 'an archive on its way',
  fair_archive: 'an archive holds no archive',
  fair_archive_piece: 'of an archive',
  register_status: 'a state of phones, no fact',
  enrolment_code: 'a secret',
  invitation: 'a secret',
  invitation_zone: 'of an invitation',
  role_grant: 'who may do what is decided anew where an archive is read',
  role_zone: 'of a role',
  wall_link: 'a secret',
  mail_recipient: 'addresses of people, for this house alone',
  mail_delivery: 'of a recipient',
  mail_link: 'a secret',
  payment_account: 'the exhibitors’ own, and in no figure',
  fee_account: 'the organizers’ own, and in no figure',
  cashier: 'secrets; the names stand in the documents',
  dossier_kind: 'what was asked of exhibitors before the fair, and in no figure',
  dossier_item: 'the exhibitors’ own, and in no figure',
  dossier_file: 'the exhibitors’ own, and may show people',
  exhibitors_apart: 'for whoever keeps the list tidy',
  application_call: 'of applications',
  application:
    'what people wrote to organizers alone; what was accepted stands in exhibitors and products',
  application_file: 'of an application',
  application_step: 'of an application',
  application_mail: 'of an application',
  roster_draft: 'names and phones of people; what was taken stands in the audit log',
  past_figure_choice: 'names statements about other fairs, which are no part of this one',
};
