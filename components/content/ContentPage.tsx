import type { ReactNode } from 'react';
import { MarkdownView } from './MarkdownView';

/** A part of a page to be read. */
export interface ContentSection {
  /** Its place in the page, for links to it. */
  id: string;
  title: string;
  body: ReactNode;
}

interface ContentPageProps {
  title: string;
  lead: string;
  sections: readonly ContentSection[];
  /** Heading of the list of sections; a short page has none. */
  contents?: string;
  /** What staff wrote besides, in the small Markdown; null when nothing. */
  block?: string | null;
}

/** A page to be read: title, lead, sections, and beside them where they are. */
export function ContentPage({ title, lead, sections, contents, block }: ContentPageProps) {
  return (
    <div className="wrap content">
      <header>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="content-body">
        <div className="prose">
          {sections.map((section) => (
            <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
              <h2 id={`${section.id}-title`}>{section.title}</h2>
              {section.body}
            </section>
          ))}
          {block && (
            <section>
              <MarkdownView text={block} />
            </section>
          )}
        </div>
        {contents && (
          <nav className="contents" aria-labelledby="contents">
            <h2 id="contents">{contents}</h2>
            {sections.map((section) => (
              <a key={section.id} href={`#${section.id}`}>
                {section.title}
              </a>
            ))}
          </nav>
        )}
      </div>
    </div>
  );
}
