import { contactSheet } from './contact-sheet.rules';
import { everyPicture } from './picture-wish.rules';

it('shows every picture by name, and what went wrong beside it', () => {
  const pictures = everyPicture([{ name: 'plan', arrange: () => Promise.resolve() }], {
    only: null,
    language: 'vi',
  });
  const sheet = contactSheet(pictures, new Map([['plan-phone-dark', 'no <button> "Lưu"']]));
  expect(sheet.match(/<img /g)).toHaveLength(4);
  expect(sheet).toContain('src="plan-desktop-light.png"');
  expect(sheet).toContain('4 pictures, 1 faults');
  expect(sheet).toContain('no &lt;button> &quot;Lưu&quot;');
});
