/** Markup of AI blocks on search and shop pages. */
import { assistant, type Markup } from './markup.ts';

/** What people wrote. */
export const results =
  '<div class="result"><h3><a href="https://example.org">A result</a></h3><p>Some words about it, written by somebody.</p></div>';

export const blocks: Markup[] = [
  {
    by: 'google-ai-overview/overview',
    what: 'above the results, in another country',
    url: 'https://www.google.de/search?q=why+tides',
    html: `<div id="rcnt"><div data-scope-id="turn"><div data-subtree="aimc"><div data-container-id="main-col"><div data-complete="true"><p>The moon pulls.</p></div><div data-xid="Gd7Hsc">Copy</div></div><div data-container-id="rhs-col">Sources</div></div></div>${results}</div>`,
    surface: 'page',
    said: [assistant('The moon pulls.', { asked: 'why tides', mark: 'finished' })],
  },
  {
    by: 'google-ai-overview/overview',
    what: 'by its attribute',
    url: 'https://www.google.com/search?q=why+tides&hl=en',
    html: `<div data-attrid="AIOverview"><p>The moon pulls.</p></div>${results}`,
    surface: 'page',
    said: [assistant('The moon pulls.', { asked: 'why tides' })],
  },
  {
    by: 'bing/answer',
    what: 'above the results',
    url: 'https://www.bing.com/search?q=why+tides',
    html: `<ol id="b_results"><li class="b_ans b_top" aria-label="AI Overview"><div class="cht_container"><p>The moon pulls.</p><div class="cht_disclaimer">AI may be wrong</div></div></li><li class="b_algo">${results}</li></ol>`,
    surface: 'page',
    said: [assistant('The moon pulls.', { asked: 'why tides' })],
  },
  {
    by: 'duckduckgo/assist',
    what: 'the teaser',
    url: 'https://duckduckgo.com/?q=why+tides&ia=web',
    html: `<ol class="react-results--main"><li data-layout="wikinlp"><div data-react-module-id="wikinlp"><h2>Search Assist</h2><div data-testid="duckassist-answer-content"><p>The moon pulls.</p></div><a href="#">Ask a follow-up</a></div></li><li data-layout="organic">${results}</li></ol>`,
    surface: 'page',
    said: [assistant('The moon pulls.', { asked: 'why tides' })],
  },
  {
    by: 'brave/answer',
    what: 'in the mixed results',
    url: 'https://search.brave.com/search?q=why+tides',
    html: `<div id="mixed-top"><div id="llm-snippet"><h1 id="chatllm-title">Why tides</h1><div id="chatllm-main-answer-content"><p>The moon pulls<span class="inline-refs">1</span>.</p></div><div class="chatllm-disclaimer">AI-generated answer. Please verify critical facts.</div></div></div>${results}`,
    surface: 'page',
    said: [assistant('The moon pulls.', { asked: 'why tides' })],
  },
  {
    by: 'baidu/answer',
    what: 'among the results',
    url: 'https://www.baidu.com/s?wd=%E6%BD%AE%E6%B1%90',
    html: `<div id="content_left"><div class="c-container" tpl="ai_ask"><p>月亮的引力。</p></div><div class="c-container" tpl="se_com_default">${results}</div></div>`,
    surface: 'page',
    said: [assistant('月亮的引力。', { asked: '潮汐' })],
  },
  {
    by: 'amazon/review-summary',
    what: 'above the reviews',
    url: 'https://www.amazon.co.uk/dp/B000000000?keywords=lamp',
    html: `<div id="cr-product-insights-cards"><h3>Customers say</h3><div id="product-summary" data-hook="cr-insights-widget-summary"><p class="a-spacing-small"><span>Customers like the light.</span></p></div><p>AI-generated from the text of customer reviews</p></div>
      <div data-hook="review"><span data-hook="review-body">I like it.</span></div>`,
    surface: 'page',
    said: [assistant('Customers like the light.')],
  },
];
