import type { Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DemoMark } from '@/components/layout/DemoMark';
import { FontPreloads } from '@/components/layout/FontPreloads';
import { settings } from '@/lib/env';
import { pageLocale } from '@/lib/site/page-locale';
import { parseTheme, THEME_HEADER } from '@/lib/site/theme';
import '@/app/styles/public.css';

// A page is rendered for its request (each has its own nonce) and kept by the server's page cache.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#241721' },
  ],
};

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export default async function LocaleLayout({ children, params }: LayoutProps) {
  const locale = await pageLocale(params);
  const theme = parseTheme((await headers()).get(THEME_HEADER));
  return (
    <html lang={locale} data-theme={theme ?? undefined}>
      <body>
        <FontPreloads locale={locale} />
        {settings().DEMO && <DemoMark locale={locale} />}
        {children}
      </body>
    </html>
  );
}
