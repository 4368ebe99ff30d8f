import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  kind: 'good' | 'warn' | 'bad';
  children: ComponentChildren;
}

/** A sentence that came up: read out at once when it is bad, else when there is a pause. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
