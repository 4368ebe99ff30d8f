/** Keys of vendors, by the beginnings and lengths that they publish or that secret scanners know (GitHub secret scanning, gitleaks). */
import { around, anyOf } from '../context.ts';
import type { Detector, Hit } from '../detector.ts';

/** Vendor and shape. Every shape begins with letters of its own and is of bounded length. */
const shapes: [string, string][] = [
  ['anthropic', 'sk-ant-[a-z0-9]{2,10}-[\\w-]{20,120}'],
  ['openrouter', 'sk-or-v1-[0-9a-f]{64}'],
  ['openai', 'sk-(?:proj|svcacct|admin|None)-[\\w-]{20,200}'],
  ['openai', 'sk-[A-Za-z0-9]{32,64}'],
  ['aws', '(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'],
  ['aws-bedrock', 'ABSK[A-Za-z0-9+/]{100,270}={0,2}'],
  ['github', 'gh[pousr]_[A-Za-z0-9]{36,255}'],
  ['github', 'github_pat_\\w{82}'],
  ['gitlab', 'gl(?:pat|dt|cbt|rt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w-]{20,300}(?:\\.[\\w-]{2,20}){0,2}'],
  ['google', 'AIza[\\w-]{35}'],
  ['google-oauth', 'GOCSPX-[\\w-]{28}'],
  ['google-oauth', 'ya29\\.[\\w-]{30,400}'],
  ['slack', 'xox[abeoprs](?:\\.xox[bp])?-[\\w-]{10,250}'],
  ['slack', 'xapp-\\d-[A-Z0-9]{5,20}-\\d{5,20}-[a-z0-9]{20,100}'],
  ['slack-webhook', 'hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{40,80}'],
  ['stripe', '(?:sk|rk)_(?:test|live|prod)_[A-Za-z0-9]{10,200}'],
  ['stripe-webhook', 'whsec_[A-Za-z0-9+/]{32,64}={0,2}'],
  ['twilio', '(?:SK|AC)[0-9a-f]{32}'],
  ['sendgrid', 'SG\\.[\\w-]{22}\\.[\\w-]{43}'],
  ['mailgun', '(?:key|pubkey)-[0-9a-f]{32}'],
  ['mailchimp', '[0-9a-f]{32}-us\\d{1,2}'],
  ['brevo', 'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}'],
  ['npm', 'npm_[A-Za-z0-9]{36}'],
  ['pypi', 'pypi-AgEIcHlwaS5vcmc[\\w-]{50,1000}'],
  ['rubygems', 'rubygems_[0-9a-f]{48}'],
  ['docker', 'dckr_(?:pat|oat)_[\\w-]{27,40}'],
  ['hugging-face', '(?:hf|api_org)_[A-Za-z0-9]{34,40}'],
  ['groq', 'gsk_[A-Za-z0-9]{52}'],
  ['xai', 'xai-[A-Za-z0-9]{80}'],
  ['perplexity', 'pplx-[A-Za-z0-9]{48,56}'],
  ['replicate', 'r8_[A-Za-z0-9]{37}'],
  ['azure-storage', '(?<=AccountKey=)[A-Za-z0-9+/]{86}=='],
  ['azure-ad', '[A-Za-z0-9_~.]{3}\\dQ~[\\w~.-]{31,34}'],
  ['digitalocean', 'do[opr]_v1_[0-9a-f]{64}'],
  ['telegram', '\\d{8,10}:A[\\w-]{34}'],
  ['discord', '[MNO][A-Za-z0-9_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,38}'],
  ['discord-webhook', 'discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[\\w-]{60,80}'],
  ['shopify', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['square', '(?:EAAA|sq0atp-|sq0csp-)[\\w-]{22,60}'],
  ['databricks', 'dapi[0-9a-f]{32}(?:-\\d)?'],
  ['postman', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
  ['notion', 'ntn_[A-Za-z0-9]{43,50}'],
  ['linear', 'lin_(?:api|oauth)_[A-Za-z0-9]{40,64}'],
  ['airtable', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'],
  ['grafana', 'gl(?:c_[A-Za-z0-9+/]{32,400}={0,3}|sa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8})'],
  ['sentry', 'sntry[su]_[A-Za-z0-9+/=_]{40,400}'],
  ['new-relic', 'NRAK-[A-Z0-9]{27}'],
  ['doppler', 'dp\\.(?:pt|st|ct|sa)\\.[A-Za-z0-9]{40,44}'],
  ['hashicorp', 'hv[bs]\\.[\\w-]{90,300}'],
  ['terraform', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,70}'],
  ['supabase', 'sb(?:p_[0-9a-f]{40}|_secret_[\\w-]{20,60})'],
  ['planetscale', 'pscale_(?:tkn|oauth|pw)_[\\w=.-]{32,64}'],
  ['heroku', 'HRKU-[\\w-]{36,66}'],
  ['figma', 'figd_[\\w-]{40}'],
  ['age', 'AGE-SECRET-KEY-1[0-9A-Z]{58}'],
];
const any = new RegExp(`(?<![A-Za-z0-9_-])(?:${shapes.map(([, shape]) => shape).join('|')})(?![A-Za-z0-9_])`, 'g');
const each = shapes.map(([vendor, shape]) => [vendor, new RegExp(`^(?:${shape.replace(/^\(\?<=[^)]*\)/, '')})$`)] as const);

/** Secrets without a shape of their own: what follows the name that people give them. */
const named =
  /(?<![A-Za-z0-9])(aws_?secret(?:_?access)?_?key|secretaccesskey|twilio_?auth_?token|azure_?(?:openai_?)?(?:api_?)?key|account_?key)["']?[ \t]{0,3}(?:=>|:=|[=:])[ \t]{0,3}["']?([A-Za-z0-9+/_-]{32,88}={0,2})(?![\w+/=-])/gi;
/** Identifiers of the same shape as a key, which nobody has to keep. */
const others = anyOf(['hash', 'sha1', 'sha256', 'md5', 'checksum', 'digest', 'integrity', 'commit']);

/** Finds keys. A row of one letter or a telling example (`sk-xxxx…`) is none. */
export const apiKey: Detector = (text) => {
  const hits: Hit[] = [];
  for (const { 0: value, index: start } of text.matchAll(any)) {
    const end = start + value.length;
    if (new Set(value.slice(-16)).size < 5) continue;
    const rule = each.find(([, shape]) => shape.test(value))?.[0] ?? 'key';
    if (rule === 'mailchimp' && others.test(around(text, start, end).before)) continue;
    hits.push({ start, end, kind: 'api-key', rule, value, sure: true });
  }
  for (const { 0: whole, 1: name = '', 2: value = '', index } of text.matchAll(named)) {
    const start = index + whole.length - value.length;
    if (new Set(value).size > 7)
      hits.push({
        start,
        end: start + value.length,
        kind: 'api-key',
        rule: /^aws|^secret/i.test(name) ? 'aws' : /^twilio/i.test(name) ? 'twilio' : 'azure',
        value,
        sure: true,
      });
  }
  return hits;
};
