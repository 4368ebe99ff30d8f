/** What opens under its anchor and stays with it: it is measured out of sight first, then placed where all of it is seen. */
import { Component, type ComponentChildren, type HTMLAttributes } from 'preact';
import type { Rect } from '../../lib/model/inspection.ts';
import { fit, seen, type Fit } from './fit.ts';

interface Props extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /** Asked whenever something moves; null: it is not there now, and the panel is out of sight until it is. */
  anchor: () => Rect | null;
  /** When this changes the panel has another size. */
  size: unknown;
  /** CSS pixels; its own width if absent. */
  width?: number;
  /** It stands at its place now, for the first time or in another size. */
  onPlaced?: (panel: HTMLElement) => void;
  children: ComponentChildren;
}

/** A class: hooks would weigh more than all panels together in every page. */
export class Panel extends Component<Props, { at: Fit | null }> {
  private element: HTMLDivElement | null = null;
  private readonly end = new AbortController();
  private frame = 0;
  /** Beside what it stands: beside another thing its side is chosen anew. */
  private placedAt: Props['anchor'] | null = null;

  override componentDidMount(): void {
    const view = this.element?.ownerDocument.defaultView;
    const moved = (): void => {
      this.frame ||= view?.requestAnimationFrame(() => this.place()) ?? 0;
    };
    const heard = { capture: true, passive: true, signal: this.end.signal };
    for (const name of ['scroll', 'resize']) {
      view?.addEventListener(name, moved, heard);
      view?.visualViewport?.addEventListener(name, moved, heard);
    }
    this.end.signal.addEventListener('abort', () => view?.cancelAnimationFrame(this.frame));
    this.place();
    this.told();
  }

  override componentDidUpdate(before: Props): void {
    this.place();
    if (before.anchor !== this.props.anchor || before.size !== this.props.size) this.told();
  }

  override componentWillUnmount(): void {
    this.end.abort();
  }

  private told(): void {
    if (this.element) this.props.onPlaced?.(this.element);
  }

  private place(): void {
    this.frame = 0;
    const { element } = this;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const anchor = this.props.anchor();
    // As high as all that is in it, however little room it has now.
    const size = { width: element.offsetWidth, height: element.scrollHeight + element.offsetHeight - element.clientHeight };
    const before = this.placedAt === this.props.anchor ? this.state.at : null;
    const at = anchor && fit(anchor, size, seen(view), getComputedStyle(element).direction === 'rtl', before);
    this.placedAt = this.props.anchor;
    if (JSON.stringify(at) !== JSON.stringify(this.state.at)) this.setState({ at });
  }

  override render({ anchor: _, size: __, width, onPlaced: ___, children, ...rest }: Props) {
    const { at } = this.state;
    // Hidden it could not take the focus.
    const transform = at ? `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)` : 'translate(-10000px, 0)';
    return (
      <div
        {...rest}
        ref={(element) => void (this.element = element)}
        style={{
          transform,
          ...(width ? { width: `min(${width}px, 100vw - 16px)` } : {}),
          ...(at?.height ? { maxHeight: `${at.height}px`, overflowY: 'auto' } : {}),
        }}
      >
        {children}
      </div>
    );
  }
}
