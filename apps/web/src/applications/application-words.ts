import { m } from '../paraglide/messages.js';
import type { Application, Step, StepMail } from './application-requests';

type State = Application['state'];

export const LISTED_STATES = [
  'sent',
  'asked_back',
  'waiting',
  'accepted',
  'refused',
  'withdrawn',
] as const satisfies readonly State[];

export const stateWords: Record<State, () => string> = {
  draft: m.apply_not_started,
  sent: m.applications_state_sent,
  asked_back: m.applications_state_asked_back,
  waiting: m.applications_state_waiting,
  accepted: m.applications_state_accepted,
  refused: m.applications_state_refused,
  withdrawn: m.applications_state_withdrawn,
};

export const stateTones: Record<State, 'info' | 'warn' | 'ok' | 'danger'> = {
  draft: 'info',
  sent: 'info',
  asked_back: 'warn',
  waiting: 'warn',
  accepted: 'ok',
  refused: 'danger',
  withdrawn: 'danger',
};

const fieldWords: Record<string, () => string> = {
  kind: m.apply_kind,
  name: m.apply_name,
  taxCode: m.apply_tax,
  paysVat: m.apply_product_vat,
  representative: m.apply_representative,
  phone: m.apply_phone,
  mail: m.apply_mail,
  countryCode: m.apply_from,
  placeSet: m.apply_from,
  placeCode: m.apply_from,
  products: m.apply_products,
  wishes: m.apply_wishes,
  note: m.apply_note,
  files: m.applications_papers,
};

/** What a step did, in a few words. */
export function stepWords({ action, changed }: Step, isFirst: boolean): string {
  switch (action) {
    case 'send': {
      if (isFirst) return m.applications_did_send();
      const fields = [...new Set(changed.map((field) => fieldWords[field]?.() ?? field))];
      return fields.length === 0
        ? m.applications_did_send_same()
        : m.applications_did_send_again({ fields: fields.join(', ') });
    }
    case 'withdraw':
      return m.applications_did_withdraw();
    case 'accept':
      return m.applications_did_accept();
    case 'ask_back':
      return m.applications_did_ask_back();
    case 'refuse':
      return m.applications_did_refuse();
    case 'wait':
      return m.applications_did_wait();
  }
}

export const mailWords: Record<StepMail['state'], () => string> = {
  waiting: m.applications_mail_waiting,
  sent: m.applications_mail_sent,
  failed: m.applications_mail_failed,
};
