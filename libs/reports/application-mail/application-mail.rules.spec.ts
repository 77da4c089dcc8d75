import { writeStepMail, type StepSubject } from './application-mail.rules';

const subject: StepSubject = {
  fairNameVi: 'Hội chợ <OCOP> & bạn',
  fairNameEn: 'OCOP Fair',
  isDemo: false,
  language: 'vi',
  number: 17,
  action: 'ask_back',
  message: 'Xin gửi thêm:\n- giấy chứng nhận\u202E\n- <b>ảnh</b>',
  link: 'https://hoicho.example.vn/apply/xuan-2026',
};

it('says which application, what was done, what organizers wrote and where to come back', () => {
  const mail = writeStepMail(subject);
  expect(mail.subject).toBe(
    'Đăng ký tham gia số 17: ban tổ chức cần bổ sung – Hội chợ <OCOP> & bạn',
  );
  for (const part of ['- giấy chứng nhận ', '- <b>ảnh</b>', subject.link]) {
    expect(mail.text.split('\n')).toContain(part);
  }
  expect(mail.html).toContain('&#60;b&#62;ảnh&#60;/b&#62;');
  expect(mail.html).not.toContain('<b>');
  expect(mail.text + mail.html).not.toContain('\u202E');
});

it('speaks the language of the applicant, and says that a demo is one', () => {
  const mail = writeStepMail({ ...subject, language: 'en', message: null, isDemo: true });
  expect(mail.subject).toMatch(/· Application 17: the organizers ask for more – OCOP Fair$/);
  expect(mail.text).not.toContain('The organizers write');
});
