import { PrintButton } from '@/components/ui/PrintButton';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { SayFrame } from './SayFrame';

export interface ReceiptModel {
  reference: string;
  title: string | null;
  /** Day and time in words. */
  receivedAt: string;
  promise: string;
  backHref: string;
}

/** A sheet to be kept: that the coalition has the story, since when, and by when it answers. */
export function ReceiptPage({ locale, model }: { locale: Locale; model: ReceiptModel }) {
  const t = words(locale, 'StoryForm');
  const { reference, title, receivedAt, promise, backHref } = model;
  return (
    <SayFrame locale={locale}>
      <div className="receipt">
        <h1>{t('receipt.title')}</h1>
        <p>{t('receipt.text')}</p>
        <dl>
          <div>
            <dt>{t('receipt.reference')}</dt>
            <dd>
              <b className="num">{reference}</b>
            </dd>
          </div>
          {title && (
            <div>
              <dt>{t('receipt.storyTitle')}</dt>
              <dd>{title}</dd>
            </div>
          )}
          <div>
            <dt>{t('receipt.receivedAt')}</dt>
            <dd>{receivedAt}</dd>
          </div>
          <div>
            <dt>{t('receipt.promise')}</dt>
            <dd>{promise}</dd>
          </div>
        </dl>
        <p className="small muted">{t('receipt.keep')}</p>
      </div>
      <p className="noprint receipt-acts">
        <PrintButton label={t('receipt.print')} /> <a href={backHref}>{t('receipt.back')}</a>
      </p>
    </SayFrame>
  );
}
