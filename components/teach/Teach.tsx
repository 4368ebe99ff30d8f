/** The picker on a page: outlines drawn over it, and a bar that says what to do. */
import { text } from '../../lib/i18n/text.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import type { TeachCalls, TeachState } from './state.ts';

const at = ({ x, y, width, height }: Rect) => ({ transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });

export function Teach({ state, calls }: { state: TeachState; calls: TeachCalls }) {
  const { aim, picked, boxes, bar, announcement } = state;
  return (
    <div class={state.dark ? 'dark' : 'light'}>
      {boxes.map((box) => (
        <div key={`${box.role}${box.number}`} class={`box ${box.role}`} style={at(box)}>
          {box.role === 'answer' && <span class="number">{box.number}</span>}
        </div>
      ))}
      {picked && <div class="box picked" style={at(picked)} />}
      {aim && <div class={`box aim ${state.step}`} style={at(aim)} />}
      {bar && <Bar state={state} calls={calls} />}
      <div class="spoken" role="status" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}

function Bar({ state, calls }: { state: TeachState; calls: TeachCalls }) {
  const { step, problem } = state;
  return (
    <div class="bar" role="dialog" aria-label={text('teach.name')} tabIndex={-1}>
      <div class="say">
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <Say state={state} />
      </div>
      <div class="acts">
        {step === 'prompt' && <Act onPress={calls.noPrompt}>{text('teach.noPrompt')}</Act>}
        {step === 'found' && (
          <div class="acts">
            {(state.fewer || state.more) && (
              <>
                <Act onPress={calls.fewer} disabled={!state.fewer}>
                  {text('teach.narrower')}
                </Act>
                <Act onPress={calls.more} disabled={!state.more}>
                  {text('teach.wider')}
                </Act>
              </>
            )}
            <Act onPress={calls.again}>{text('teach.again')}</Act>
          </div>
        )}
        <div class="acts">
          {step === 'found' && (
            <Act kind="main" onPress={calls.save}>
              {text('teach.save')}
            </Act>
          )}
          <Act kind="quiet" onPress={calls.leave}>
            {text(step === 'saved' ? 'teach.close' : 'teach.cancel')}
          </Act>
        </div>
      </div>
    </div>
  );
}

function Say({ state: { step, counts } }: { state: TeachState }) {
  if (step === 'saved')
    return (
      <>
        <p class="lead">{text('teach.saved')}</p>
        <p class="soft">{text('teach.undo')}</p>
      </>
    );
  if (step === 'found') {
    const answers = text('teach.answers', { n: counts.answers });
    const found = counts.prompts
      ? text('teach.found', { answers, prompts: text('teach.prompts', { n: counts.prompts }) })
      : text('teach.foundAlone', { answers });
    return (
      <>
        <p class="lead">{found}</p>
        <p class="soft">{text('teach.right')}</p>
      </>
    );
  }
  return (
    <>
      <p class="lead">{text(step === 'answer' ? 'teach.answer' : 'teach.prompt')}</p>
      <p class="soft">{text('teach.keys', { arrows: '↑↓←→', enter: '↵', esc: 'Esc' })}</p>
    </>
  );
}

function Act({
  kind = '',
  disabled = false,
  onPress,
  children,
}: {
  kind?: '' | 'main' | 'quiet';
  disabled?: boolean;
  onPress: () => void;
  children: string;
}) {
  return (
    <button type="button" class={`button ${kind}`} disabled={disabled} onClick={(event) => event.isTrusted && onPress()}>
      {children}
    </button>
  );
}
