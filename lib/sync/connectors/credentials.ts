/** How a person's name and secret go into a request. */

/** Stands for a secret in what is shown. */
export const hidden = '…';

/** Name and secret as Basic (RFC 7617), a secret alone by its scheme; neither: no header. */
export function credentials({ user, token }: { user?: string; token: string | null }, scheme: 'Bearer' | 'ApiKey'): Record<string, string> {
  if (user) return { Authorization: `Basic ${token === hidden ? hidden : base64(`${user}:${token ?? ''}`)}` };
  return token === null ? {} : { Authorization: `${scheme} ${token}` };
}

/** Base64 of the UTF-8 bytes. */
export const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The settings as they may be shown. */
export const shown = <Settings extends { token: string | null }>(settings: Settings): Settings => ({
  ...settings,
  token: settings.token === null ? null : hidden,
});
