import 'server-only';

export { contactKey, contactKeyFile } from './keys';
export { MissingKeyError, SealError, seal, unseal, unsealIfKeyed } from './sealing';
export { hashSecret, hmac, isSecretShaped, newSecret, safeEqual, secretFrom } from './tokens';
