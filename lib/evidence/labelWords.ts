/**
 * How pages label AI in words, by language. A label is the whole of a short text, or a sentence at its start that speaks of the text itself; the
 * same words inside prose are a topic. Sources: headings of Google's AI Overviews in each language, GB 45438-2025 for Chinese, product pages;
 * Spanish, Portuguese, Italian, Russian and German forms of "made with AI" are our own and wait for a native speaker.
 */

/** What a label says of itself. */
export interface Label {
  /** It names a picture, a film or a sound. */
  media: boolean;
  /** It says "this article": it speaks of the whole text that it stands in. */
  whole: boolean;
  /** "AI summary": as a heading it may as well be the name of a feature. */
  name: boolean;
  /** "AI can make mistakes": beside a field to ask in it speaks of answers to come. */
  caution: boolean;
}

/** Names of tools; those that are names of people as well (Claude, Sora) only with what tells them apart. */
const tool =
  "(?:(?:an? |the |generative )*(?:AI|A\\.I\\.|artificial intelligence|large language model|language model|LLM)|(?:Open)?AI(?:[’']s)? ChatGPT|ChatGPT|GPT-\\d\\S{0,8}|Claude (?:AI|Opus|Sonnet|Haiku|\\d\\S{0,5})|Anthropic(?:[’']s)? Claude|(?:Google |Google[’']s )?Gemini|(?:Microsoft |GitHub )?Copilot|DeepSeek|Grok|Perplexity|Midjourney|DALL[-·]E(?: \\d)?|Stable Diffusion|Adobe Firefly)";
const media = '(?:image|picture|photo|illustration|artwork|art|video|audio|music|voice|thumbnail|graphic|drawing|rendering)';
const noun =
  '(?:content|text|summary|article|answer|response|overview|description|translation|transcript|transcription|recap|highlights|insights|takeaways|notes|post|story|page|review summary|synopsis|caption|analysis|report|digest|key points|blog post)';
const done = '(?:generated|created|made|written|produced|summari[sz]ed|translated|drafted)';
const by = `(?:with|by|using) (?:the (?:help|assistance|aid|support) of )?${tool}`;
const product =
  '(?:AI|ChatGPT|Claude|Gemini|Copilot|Perplexity|Grok|DeepSeek|Lumo|Rufus|Le Chat|(?:[\\p{L}\\d]{1,20} ){0,2}(?:AI|assistant|chatbot|bot))';

/** What may come after a label in the same block: "AI-generated · Learn more". */
const tail = '(?:(?:\\s?[.。!·|•,，;；(（]|\\s[–—-]\\s).{0,120})?$';

const german = '(?:generiert|erstellt|erzeugt|geschrieben|verfasst|übersetzt|zusammengefasst)';
const germanAi = '(?:(?:einer |der )?(?:KI|AI|künstlichen? Intelligenz)|ChatGPT|Copilot|Gemini)';
const frenchAi = "(?:(?:une |l[’']|d[’']une )?(?:IA|AI|intelligence artificielle)|ChatGPT)";
const spanishAi = '(?:(?:la |una )?(?:IA|AI|inteligencia artificial)|ChatGPT)';
const portugueseAi = '(?:(?:uma |a )?(?:IA|AI|inteligência artificial)|ChatGPT)';
const italianAi = '(?:IA|AI|intelligenza artificiale)';

/** The whole text, or its beginning up to a `tail`. */
const badges: string[] = [
  // English
  `(?:(?:partly|partially|fully|entirely) )?AI[- ](?:generated|created|written|translated|summari[sz]ed)(?: (?:${noun}|${media}))?(?: by ${tool})?`,
  'AI-generated from (?:the )?[^.]{3,60}',
  `(?:(?:${noun}|${media}) )?${done} (?:entirely |partly |in part )?${by}`,
  `${product} can make mistakes`,
  // German
  `KI[- ]${german}(?:e[rsn]?)?(?: (?:Inhalte?|Text|Zusammenfassung|Bild|Beitrag|Artikel|Übersetzung|Antwort|Illustration|Foto))?`,
  `(?:(?:Inhalt|Text|Zusammenfassung|Bild|Beitrag|Artikel|Übersetzung|Foto)(?: wurde)? )?(?:mit|von|durch|mithilfe von|mit Hilfe von|mit Unterstützung von) ${germanAi} ${german}`,
  `${german} (?:mit|von|durch|mithilfe von|mit Hilfe von) ${germanAi}`,
  // French
  `(?:(?:Contenu|Texte|Image|Résumé|Article|Traduction|Réponse|Photo) )?(?:généré|créé|rédigé|écrit|traduit|résumé|produit)(?:e|s|es)? (?:par|avec|à l[’']aide de|grâce à) ${frenchAi}`,
  // Spanish
  `(?:(?:Contenido|Texto|Imagen|Resumen|Artículo|Traducción|Respuesta|Vista|Visión general) )?(?:generad|cread|redactad|escrit|traducid|resumid|elaborad)[oa]s? (?:por|con|mediante) ${spanishAi}`,
  // Portuguese
  `(?:(?:Conteúdo|Texto|Imagem|Resumo|Artigo|Tradução|Resposta|Visão geral) )?(?:gerad|criad|escrit|traduzid|resumid)[oa]s? (?:por|com|pela|usando) ${portugueseAi}`,
  // Italian
  `(?:(?:Contenuto|Testo|Immagine|Riassunto|Articolo|Traduzione|Risposta) )?(?:generat|creat|scritt|tradott|riassunt|realizzat)[oaei] (?:dall[’']|con l[’']|con |da |tramite )${italianAi}`,
  // Dutch, Danish, Czech, Romanian
  'AI-gegenereerde?(?: (?:inhoud|tekst|samenvatting|afbeelding))?',
  '(?:Gegenereerd|Gemaakt|Geschreven|Vertaald|Samengevat) (?:door|met|met behulp van) (?:AI|kunstmatige intelligentie)',
  '(?:AI-genereret|Genereret (?:af|med) AI|Lavet med AI)',
  '(?:Vygenerováno|Vytvořeno) (?:pomocí )?(?:AI|umělou inteligencí|umělé inteligence)',
  '(?:Prezentare generală |Conținut |Text )?(?:generat|creat)ă? (?:de|cu) (?:AI|IA|inteligența artificială)',
  // Russian
  '(?:(?:Текст|Изображение|Контент) )?(?:создано?|сгенерирован[оа]?|написано?|переведен[оа]?) (?:с помощью )?(?:ИИ|нейросет(?:ью|и)|искусственн(?:ым|ого) интеллект(?:ом|а))',
  // Japanese and Chinese
  '(?:生成)?AI ?生成(?:コンテンツ|画像|記事|要約|文章|内容|內容|摘要|图片|圖片|视频)?',
  '(?:この(?:記事|文章|要約|画像|コンテンツ|ページ)は)?、?(?:生成)?AI ?(?:が|により|によって|で|を使用して)(?:自動)?(?:生成|作成|要約|翻訳)(?:され(?:まし)?た(?:もの(?:です)?)?|しました|されています)?',
  '人工(?:智能|智慧) ?(?:生成|合成)(?:内容|內容)?',
  '(?:本|此|该|該|以上|以下)?(?:回答|内容|內容|文章|文|摘要|图片|圖片|视频|总结)?(?:均|系|是|为)?由 ?(?:AI|人工智能|人工智慧|大模型|[\\p{L}\\d]{1,12} ?AI) ?(?:自动|自動|辅助)?(?:生成|合成|產生|产生|创作)',
];

/** Names of a part of a page. */
const named: string[] = [
  'AI (?:summary|overview|recap|highlights|answer|digest)',
  'KI-(?:Zusammenfassung|Übersicht|Antwort)|Übersicht mit KI|Zusammenfassung (?:mit|durch|von) KI',
  "Aperçu IA|Résumé (?:par l[’']|de l[’']|par )?IA",
  'AI-overzicht|AI-samenvatting|AI-oversigt|Přehled od AI|Обзор от ИИ|Resumen (?:de|con) IA|Resumo (?:de|com|da) IA',
  'AI ?による(?:概要|要約|翻訳)|AI ?(?:摘要|总结|概览|概述)',
];

/** Sentences about the text that they stand in. */
const wholes: string[] = [
  `(?:(?:Please )?(?:note|disclaimer|disclosure|editor[’']s note)[:.]? )?(?:(?:Please note )?that )?(?:This|The above|The following|Parts of this) (?:[\\p{L}-]{1,20} ){0,2}(?:${noun}|${media}) (?:is|was|are|were|has been|have been) (?:\\p{L}{1,15}ly |in part )?(?:AI[- ](?:generated|written|translated|created)|${done} (?:\\p{L}{1,15}ly |in part )?${by})`,
  `(?:Hinweis: )?Dies(?:er|e|es) (?:Text|Artikel|Beitrag|Inhalt|Seite|Zusammenfassung|Übersetzung|Bild|Foto) (?:wurde|wird|ist) (?:\\p{L}{1,15} )?(?:KI-generiert|(?:mit|von|durch|mithilfe von|mit Hilfe von|mit Unterstützung von) ${germanAi} ${german})`,
  `C(?:e|et|ette) (?:article|texte|contenu|page|résumé|image|traduction) (?:a été|est) (?:\\p{L}{1,15} )?(?:généré|créé|rédigé|écrit|traduit|résumé)e? (?:par|avec|à l[’']aide de|grâce à) ${frenchAi}`,
  `Est[ea] (?:artículo|texto|contenido|página|resumen|imagen|traducción) (?:ha sido|fue|está|es) (?:generad|cread|redactad|escrit|traducid|resumid)[oa] (?:\\p{L}{1,15}mente )?(?:por|con|mediante) ${spanishAi}`,
  `Est[ea] (?:artigo|texto|conteúdo|página|resumo|imagem|tradução) (?:foi|é|está) (?:gerad|criad|escrit|traduzid|resumid)[oa] (?:\\p{L}{1,15}mente )?(?:por|com|pela|usando) ${portugueseAi}`,
  `Quest[oa’'] ?(?:articolo|testo|contenuto|pagina|riassunto|immagine|traduzione) (?:è stat[oa]|è) (?:generat|creat|scritt|tradott|riassunt)[oa] (?:dall[’']|con l[’']|con |da |tramite )${italianAi}`,
  `Dit (?:artikel|bericht) is (?:gegenereerd|gemaakt|geschreven|vertaald) (?:door|met|met behulp van) (?:AI|kunstmatige intelligentie)`,
];

const all = (patterns: string[], end: string) => new RegExp(`^(?:${patterns.join('|')})${end}`, 'iu');
const exact = { badge: all(badges, '[.。!]?$'), name: all(named, '[.。!]?$') };
const begun = { badge: all(badges, tail), whole: all(wholes, '(?!\\p{L})') };
const pictures = new RegExp(`\\b${media}s?\\b|Bild|Foto|Illustration|imag[eo]n?|画像|图片|圖片|视频|immagine|afbeelding|Изображение`, 'iu');

/** Parts of a page: "this summary" does not speak of the article that it stands in. */
const parts =
  /summary|overview|answer|response|description|translation|transcript|recap|highlights|insights|takeaways|notes|synopsis|caption|digest|key points|Zusammenfassung|Übersetzung|résumé|traduction|resumen|traducción|resumo|tradução|riassunto|traduzione/i;

/** Longest text that may be a label, in UTF-16 units. */
export const maxLabel = 160;

/** What text is worth a look at all. */
export const labelProbe =
  /A\.?I|KI|IA|ntelligen[czt]|нтеллект|ИИ|ейросет|GPT|Claude|Gemini|Copilot|DeepSeek|Midjourney|DALL|Stable Diffusion|Firefly|an make mistakes|生成|人工智/;

/** The label that a short text is; null if it is none. `alone`: nothing may follow it, as in a heading or a link. */
export function labelOf(text: string, alone: boolean): Label | null {
  const words = text
    .slice(0, maxLabel + 1)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (words.length === 0 || words.length > maxLabel) return null;
  const label = { media: pictures.test(words), whole: false, name: false, caution: words.includes('can make mistakes') };
  if (exact.name.test(words)) return { ...label, name: true };
  if (begun.whole.test(words)) return alone ? null : { ...label, whole: !parts.test(words.slice(0, 80)) };
  return (alone ? exact.badge : begun.badge).test(words) ? label : null;
}
