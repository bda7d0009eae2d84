import { describe, expect, test } from 'vitest';
import { hostKey, normalizeEmail, normalizePhone, normalizeUrl } from '@/lib/enterprises/contacts';

describe('an address of the web has one form', () => {
  test.each([
    ['https://primer.rs', 'https://primer.rs'],
    ['HTTP://Primer.RS/', 'http://primer.rs'],
    ['www.primer.rs', 'https://www.primer.rs'],
    ['primer.rs/o-nama?x=1', 'https://primer.rs/o-nama?x=1'],
    ['https://primer.rs:443/a', 'https://primer.rs/a'],
    ['https://primer.rs:8080', 'https://primer.rs:8080'],
    ['primer.rs:8080/a', 'https://primer.rs:8080/a'],
    ['nije adresa', null],
    ['localhost', null],
    ['javascript:alert(1)', null],
    ['ftp://primer.rs', null],
    ['https://ime:tajna@primer.rs', null],
    ['', null],
  ])('%j becomes %j', (text, url) => {
    expect(normalizeUrl(text)).toBe(url);
  });
});

describe('a telephone number has one form', () => {
  test.each([
    ['+381 11 234-5678', '+381112345678'],
    ['011/234 5678', '+381112345678'],
    ['(0)64 123 45 67', '+381641234567'],
    ['00386 1 234 56 78', '+38612345678'],
    ['12', null],
    ['zovite', null],
  ])('%j becomes %j', (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });
});

describe('an e-mail address has one form', () => {
  test.each([
    ['Zadruga@Primer.RS', 'Zadruga@primer.rs'],
    ['zadruga@primer', null],
    ['zadruga primer@x.rs', null],
    ['a@b@c.rs', null],
  ])('%j becomes %j', (text, email) => {
    expect(normalizeEmail(text)).toBe(email);
  });
});

describe('the host tells whose site an address is', () => {
  test.each([
    ['https://www.primer.rs/a', 'primer.rs'],
    ['https://sr-rs.facebook.com/zadruga', null],
    ['https://m.facebook.com/zadruga', null],
    ['https://zadruga.wordpress.com', 'zadruga.wordpress.com'],
    ['https://wordpress.com/zadruga', null],
    ['nije adresa', null],
  ])('%j: %j', (url, host) => {
    expect(hostKey(url)).toBe(host);
  });
});
