import { Refusal } from '@phien/kernel';
import { jpegOf, pngOf, webpOf } from '../testing/photos';
import { fileNameOf, fileTypeOf, MOST_FILE_BYTES } from './application-file.rules';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n', 'latin1');
const png = (width: number, height: number) =>
  Buffer.concat([pngOf(width, height), Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1')]);

it.each<[string, Buffer, string]>([
  ['a PDF', pdf, 'application/pdf'],
  ['a photo', jpegOf(4_000, 3_000), 'image/jpeg'],
  ['a scan', png(2_480, 3_508), 'image/png'],
  ['nothing', Buffer.alloc(0), 'file_missing'],
  ['too much', Buffer.alloc(MOST_FILE_BYTES + 1), 'file_too_large'],
  ['half a PDF', pdf.subarray(0, 20), 'file_broken'],
  ['half a photo', jpegOf(4_000, 3_000).subarray(0, 24), 'file_broken'],
  ['half a scan', png(100, 100).subarray(0, 40), 'file_broken'],
  ['a page', Buffer.from('<html><script>alert(1)</script>'), 'file_kind_unknown'],
  ['a page that says %PDF- later', Buffer.from('<svg/>%PDF-1.7 %%EOF'), 'file_kind_unknown'],
  ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'file_kind_unknown'],
  ['an archive', Buffer.from('PK\x03\x04', 'latin1'), 'file_kind_unknown'],
  ['a WebP', webpOf('VP8 ', 10, 10), 'file_kind_unknown'],
  ['a picture that unpacks to gigabytes', png(60_000, 60_000), 'file_picture_too_large'],
])('tells %s by its bytes', (_, bytes, expected) => {
  const found = fileTypeOf(bytes);
  expect(found instanceof Refusal ? found.code : found).toBe(expected);
});

it.each([
  ['Giấy chứng nhận OCOP.PDF', 'Giấy chứng nhận OCOP.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\thư mục\\a.exe', 'a.pdf'],
  ['\u202Efdp.exe', '_fdp.pdf'],
  ['"; rm -rf.pdf', '__ rm -rf.pdf'],
  ['...', 'file.pdf'],
  [`${'Ộ'.repeat(300)}.pdf`, `${'Ộ'.repeat(100)}.pdf`],
])('saves %s as %s', (typed, name) => {
  expect(fileNameOf(typed, 'application/pdf')).toBe(name);
});
