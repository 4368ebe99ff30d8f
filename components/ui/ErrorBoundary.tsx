import { Component, type ComponentChildren } from 'preact';
import { text } from '../../lib/i18n/text.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** Shows words instead of a blank page when a part of it breaks while drawing. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state = { error: null };

  static override getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <main class="broken">
        <Notice kind="bad">{text('error.unexpected', { detail: String(this.state.error) })}</Notice>
        <Button kind="main" onClick={() => location.reload()}>
          {text('error.reload')}
        </Button>
      </main>
    );
  }
}
