import 'server-only';

export { contactKey, contactKeyFile } from './keys';
export { SealError, seal, unseal } from './sealing';
export { hashSecret, hmac, isSecretShaped, newSecret, safeEqual, secretFrom } from './tokens';
