/**
 * SQL: whether a row of `set_aside` under the name `s` still waits for someone. It was not booked
 * since (an orphan books itself), and no organizer decided.
 */
export const STILL_WAITS = `
  NOT EXISTS (SELECT 1 FROM document booked WHERE booked.fair_id = s.fair_id AND booked.id = s.document_id)
  AND NOT EXISTS (SELECT 1 FROM set_aside_decision decided
    WHERE decided.fair_id = s.fair_id AND decided.document_id = s.document_id)`;
