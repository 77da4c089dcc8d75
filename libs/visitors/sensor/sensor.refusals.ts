import { Refusal } from '@phien/kernel';

export const sensorNotFound = () =>
  new Refusal('sensor_not_found', 'not_found', {
    vi: 'Hội chợ này không có máy đếm đó.',
    en: 'This fair has no such sensor.',
  });

/** Of an unknown sensor as well: nobody learns by trying which ones there are. */
export const sensorSignatureWrong = () =>
  new Refusal('sensor_signature_wrong', 'unauthenticated', {
    vi: 'Chữ ký không khớp khóa của máy đếm này. Hãy kiểm tra khóa và chuỗi được ký.',
    en: "The signature does not match this sensor's key. Check the key and the text that is signed.",
  });

export const sensorRevoked = () =>
  new Refusal('sensor_revoked', 'forbidden', {
    vi: 'Máy đếm này đã bị thu hồi; số nó gửi không được cộng nữa.',
    en: 'This sensor was revoked; what it sends is not counted any more.',
  });

export const tooManySensors = () =>
  new Refusal('too_many_sensors', 'conflict', {
    vi: 'Cổng này đã có 20 máy đếm. Hãy thu hồi máy không dùng nữa.',
    en: 'This gate has 20 sensors already. Revoke one that is not used any more.',
  });
