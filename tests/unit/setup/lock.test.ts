import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformPackages } from '@/scripts/setup/complete-lock.mjs';

describe('package-lock.json', () => {
  it('is whole, so that `npm ci` works where it was not written', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const missing = Object.keys(missingPlatformPackages(packages));
    expect(missing, 'run node scripts/setup/complete-lock.mjs').toEqual([]);
  });
});

describe('a package of another platform', () => {
  it.each([
    ['@next/swc-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['@biomejs/cli-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
    ['@swc/core-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
    ['@swc/core-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
  ])('%s is added for its platform alone', (name, platform) => {
    const packages = {
      'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies: { [name]: '1.2.3' } },
    };
    expect(missingPlatformPackages(packages)).toEqual({
      [`node_modules/${name}`]: { version: '1.2.3', ...platform, dev: true, optional: true },
    });
  });

  it('that is there stays as it is', () => {
    const packages = {
      'node_modules/tool': { version: '1.2.3', optionalDependencies: { 'tool-linux-x64': '1.2.3' } },
      'node_modules/tool-linux-x64': { version: '1.2.3' },
    };
    expect(missingPlatformPackages(packages)).toEqual({});
  });
});
