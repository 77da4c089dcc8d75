import { Refusal } from '@phien/kernel';

export const documentUnknown = () =>
  new Refusal('document_unknown', 'not_found', {
    vi: 'Không phải tài liệu do Phiên này lập, hoặc đã bị sửa.',
    en: 'Not a document of this Phiên, or one that was changed.',
  });

export const tooManyUnknownDocuments = () =>
  new Refusal('too_many_unknown_documents', 'too_many', {
    vi: 'Mạng này tra quá nhiều mã không có. Hãy chờ một phút rồi thử lại.',
    en: 'This network asked for too many codes that are unknown. Wait a minute and try again.',
  });

export const documentEmpty = () =>
  new Refusal('document_empty', 'conflict', {
    vi: 'Tệp này là một bảng trống: bảng trống của ai cũng giống nhau từng byte, nên không biết là của tài liệu nào. Hãy tra mã băm in trong tài liệu.',
    en: 'This file is an empty table: those of all documents are the same bytes, so nobody can tell which one it is of. Look up the hash that is printed in the document.',
  });
