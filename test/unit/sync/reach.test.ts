/** What a person enters for a destination: what is fine, and what is refused at which field. */
import { describe, expect, test } from 'vitest';
import type { DestinationDraft } from '../../../lib/model/sync.ts';
import { connectors } from '../../../lib/sync/connectors/index.ts';
import { reach } from '../../../lib/sync/reach.ts';
import { endpointDraft } from '../../endpoint/draft.ts';

function refusalOf(draft: DestinationDraft): unknown {
  try {
    return reach(connectors, draft);
  } catch (error) {
    return error;
  }
}

describe('where reviews go', () => {
  test.each([
    ['https://reviews.example/in#part', 'https://reviews.example/in'],
    ['http://localhost:8080/in', 'http://localhost:8080/in'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['http://127.9.9.9:1/', 'http://127.9.9.9:1/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    [' https://reviews.example ', 'https://reviews.example/'],
  ])('%s is fine', (url, normalised) => {
    expect(reach(connectors, endpointDraft(url)).settings).toMatchObject({ url: normalised, token: null });
  });

  test.each([
    ['reviews', 'endpoint-not-url'],
    ['', 'endpoint-not-url'],
    ['http://reviews.example/', 'endpoint-not-https'],
    ['http://localhost.example/', 'endpoint-not-https'],
    ['http://127.example/', 'endpoint-not-https'],
    ['ftp://reviews.example/', 'endpoint-not-https'],
    ['https://me:secret@reviews.example/', 'endpoint-has-credentials'],
  ])('%s is refused: %s', (url, code) => {
    expect(refusalOf(endpointDraft(url))).toMatchObject({ code, params: { field: 'url' } });
  });

  test('a token without a line break is kept as it is, null removes it', () => {
    expect(reach(connectors, endpointDraft('https://a.example/', null)).settings).toMatchObject({ token: null });
    expect(reach(connectors, endpointDraft('https://a.example/', ' abc ')).settings).toMatchObject({ token: 'abc' });
  });

  test.each([
    ['abc\n', 'token-line-break'],
    ['abc\r\nX-Header: 1', 'token-line-break'],
    ['a\u0000b', 'token-line-break'],
    ['schlüssel', 'token-not-ascii'],
    ['  ', 'token-empty'],
  ])('the token %j is refused: %s', (token, code) => {
    expect(refusalOf(endpointDraft('https://a.example/', token))).toMatchObject({ code, params: { field: 'token' } });
  });
});

test('a connector that this version does not know is named', () => {
  expect(refusalOf({ connector: 'telepathy', settings: {}, secrets: {} })).toMatchObject({
    code: 'no-connector',
    params: { connector: 'telepathy' },
  });
});
