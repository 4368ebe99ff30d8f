import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  title: string;
  /** One or two sentences: what this is for. */
  about?: string;
  children: ComponentChildren;
}

/** One part of the settings: what it is for on the one side, what can be done on the other. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {about && <p class="soft">{about}</p>}
      </div>
      <div class="card">{children}</div>
    </section>
  );
}
