import { describe, expect, it } from 'vitest';
import { passwordFault } from '@/lib/accounts/password-rules';

const ANA = { email: 'ana.petrovic@primer.example', name: 'Ana Petrović' };

describe('passwords that are refused', () => {
  it.each([
    ['short', 'passwordShort'],
    ['elevensigns', 'passwordShort'],
    ['ђђђђђђђђђђђ', 'passwordShort'],
    ['a'.repeat(201), 'passwordLong'],
    ['aaaaaaaaaaaaaa', 'passwordSimple'],
    ['abcabcabcabcabc', 'passwordSimple'],
    ['abcdefghijklmnop', 'passwordSimple'],
    ['123456789012', 'passwordSimple'],
    ['987654321098', 'passwordSimple'],
    ['19911991199119', 'passwordSimple'],
    ['lozinka123456', 'passwordCommon'],
    ['Лозинка123456', 'passwordCommon'],
    ['P@ssw0rd12345', 'passwordCommon'],
    ['2026password2026', 'passwordCommon'],
    ['Beograd-Srbija-1991', 'passwordCommon'],
    ['ZvezdaZvezda!!', 'passwordCommon'],
    ['qwertyuiop123', 'passwordCommon'],
    ['11 02 1977 48 36', 'passwordCommon'],
    ['AnaPetrovic1991', 'passwordPersonal'],
    ['ана.петровић@1', 'passwordPersonal'],
    ['petrovic!petrovic', 'passwordPersonal'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, ANA)).toBe(fault);
  });
});

describe('passwords that are taken', () => {
  it.each([
    'tri krave pod jabukom',
    'зимница од паприке',
    'x7Kq-2mPv-9sLd',
    'correct horse battery staple',
    'Petrovićeva livada u maju cveta',
    `${'😀'.repeat(4)}sunčana strana ulice`,
  ])('%s', (password) => {
    expect(passwordFault(password, ANA)).toBeNull();
  });
});
