/** The first minutes: turn on sites, try it, know where the data goes. */
import type { ComponentChildren, RefObject } from 'preact';
import { number } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { Sites, type SiteRow } from '../settings/Sites.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SampleChat } from './SampleChat.tsx';

export interface WelcomeProps {
  sites: SiteRow[];
  /** The sample was reviewed. */
  tried: boolean;
  /** The browser's shortcut to the next answer; null: none is set. */
  shortcut: string | null;
  problem: string | null;
  /** The sample's answer: controls stand beside it. */
  answer: RefObject<HTMLDivElement | null>;
  onSite: (origin: string, wanted: boolean) => void;
  onSettings: () => void;
  onDone: () => void;
}

export function Welcome({ sites, tried, shortcut, problem, answer, onSite, onSettings, onDone }: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <img src="/icon/48.png" width="40" height="40" alt="" />
        <div>
          <h1>{text('welcome.title')}</h1>
          <p class="soft">{text('welcome.lead')}</p>
        </div>
      </header>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Step n={1} title={text('welcome.sites')}>
        <p>{text('welcome.sitesAbout')}</p>
        <Sites sites={sites} onSite={onSite} />
        <p class="hint">{text('welcome.sitesMore')}</p>
      </Step>
      <Step n={2} title={text('welcome.try')} done={tried}>
        <p>{text('welcome.tryAbout')}</p>
        <SampleChat answer={answer} />
        <div class="tried" role="status">
          {tried && <p class="good">{text('welcome.tried')}</p>}
          {shortcut && <p class="hint">{text('welcome.keys', { shortcut })}</p>}
        </div>
      </Step>
      <Step n={3} title={text('welcome.data')}>
        <ul class="facts">
          {(['welcome.data.1', 'welcome.data.2', 'welcome.data.3'] as const).map((key) => (
            <li key={key}>{text(key)}</li>
          ))}
        </ul>
      </Step>
      <footer>
        <Button onClick={onSettings}>{text('welcome.settings')}</Button>
        <Button kind="main" onClick={onDone}>
          {text('welcome.done')}
        </Button>
      </footer>
    </main>
  );
}

function Step({ n, title, done = false, children }: { n: number; title: string; done?: boolean; children: ComponentChildren }) {
  return (
    <section class="card step" aria-labelledby={`step-${n}`}>
      <h2 id={`step-${n}`}>
        <span class={`number ${done ? 'done' : ''}`} aria-label={text('welcome.step', { n })}>
          {done ? '✓' : number(n)}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
