/** Sentences as people write them, with `{}` where the thing stands. */

/** In the languages of the product; nothing in them says what the thing is. */
export const plain: Record<string, string[]> = {
  en: [
    'Please keep {} for later.',
    '({})',
    '{}',
    'They wrote {}, and that was all.',
    '- {}\n- something else',
    '“{}”',
    '| {} | ok |',
    'value = "{}";',
    'It was {}!',
  ],
  de: ['Bitte {} notieren.', 'Das hier: {}. Danke!', '„{}“ steht im Vertrag', 'Siehe {}; mehr weiß ich nicht.'],
  fr: ['Merci de noter {} pour demain.', 'Voici : {} — bonne journée', '« {} »', 'C’est {}, je crois.'],
  es: ['Anota {} por favor.', '¿Es {}?', 'Aquí está: {}. Saludos', 'Me dieron {}, nada más.'],
  'pt-BR': ['Anote {} aí.', 'O que recebi foi {}.', 'Segue: {}; obrigado', 'É {}, não é?'],
  ja: ['これは{}です。', '{}をご確認ください', '次のとおり：{}。', '「{}」と書いてあります'],
  'zh-CN': ['请记下{}谢谢', '这是{}。', '内容：{}，请查收', '我收到的是{}吗？'],
  ar: ['هذا هو {} كما قلت', 'أرسل {}، شكراً', 'وجدت {}.', '({})'],
};

/** For numbers that need a word: sentences of those who have such numbers, rule by rule. */
export const telling: Record<string, string[]> = {
  'us-ssn': ['My SSN is {}.', 'Social Security number: {}', 'He gave his social ({}) on the phone'],
  'us-itin': ['The ITIN {} was rejected.', 'taxpayer identification number {}'],
  'gb-nhs': ['NHS number {}', 'The patient (NHS no. {}) was seen on Monday'],
  'gb-nino': ['NI number: {}', 'My National Insurance number is {}.'],
  'de-idnr': ['Meine Steuer-ID lautet {}.', 'Steuerliche Identifikationsnummer: {}'],
  'de-svnr': ['Sozialversicherungsnummer {}', 'Rentenversicherungsnummer: {}.'],
  'fr-nir': ['Mon numéro de sécurité sociale est le {}.', 'Carte vitale : {}'],
  'es-dni': ['Mi DNI es {}.', 'con documento nacional de identidad {}', 'NIF: {}'],
  'es-nie': ['El NIE del cliente es {}', 'NIE {}, residente en Madrid'],
  'it-cf': ['Codice fiscale: {}', 'il mio CF è {}'],
  'nl-bsn': ['Mijn BSN is {}.', 'Burgerservicenummer: {}'],
  'be-nrn': ['Rijksregisternummer {}', 'Numéro national : {}.'],
  'pl-pesel': ['PESEL: {}', 'Mój numer PESEL to {}.'],
  'pt-nif': ['O meu NIF é {}.', 'Contribuinte n.º {}', 'número de contribuinte {}'],
  'se-personnummer': ['Mitt personnummer är {}.', 'Personnummer: {}'],
  'dk-cpr': ['Mit CPR-nummer er {}.', 'CPR: {}'],
  'fi-hetu': ['Henkilötunnus: {}', 'Hetu {} on väärä.'],
  'no-fodselsnummer': ['Fødselsnummer: {}', 'Mitt personnummer er {}.'],
  'ch-ahv': ['AHV-Nummer {}', 'Numéro AVS : {}'],
  'at-svnr': ['SVNR {}', 'Meine Sozialversicherungsnummer ist {}.'],
  'br-cpf': ['CPF: {}', 'Meu CPF é {}.', 'inscrito no CPF sob o nº {}'],
  'br-cnpj': ['CNPJ {}', 'empresa inscrita no CNPJ sob o nº {}.'],
  'mx-curp': ['CURP: {}', 'Mi CURP es {}'],
  'in-aadhaar': ['Aadhaar number: {}', 'My Aadhaar is {}.', 'मेरा आधार {} है'],
  'in-pan': ['PAN card {}', 'PAN: {}'],
  'cn-ric': ['身份证号：{}', '我的身份证号码是{}，请查收。'],
  'kr-rrn': ['주민등록번호: {}', '주민번호는 {}입니다'],
  'jp-my-number': ['マイナンバーは{}です。', '個人番号：{}'],
  'tr-kimlik': ['T.C. kimlik no: {}', 'TC kimlik numaram {}.'],
  'za-id': ['My ID number is {}.', 'SA ID: {}'],
  'au-tfn': ['TFN: {}', 'My tax file number is {}.'],
  'au-medicare': ['Medicare card number {}', 'Medicare: {}'],
  'ca-sin': ['My SIN is {}.', "Numéro d'assurance sociale : {}"],
  'sg-nric': ['NRIC: {}', 'My IC number is {}', 'FIN {} has expired'],
  'il-id': ['תעודת זהות: {}', 'ת.ז. {}', 'מספר זהות {}'],
};

/** Around phone numbers that only a word tells from other rows of digits. */
export const calling: Record<string, string[]> = {
  en: ['Call me at {}.', 'Phone: {}', 'Tel {}', 'my cell is {}'],
  de: ['Telefon: {}', 'Ruf mich unter {} an.', 'Handy {}'],
  fr: ['Tél. : {}', 'Appelez le {}.', 'mon portable : {}'],
  es: ['Teléfono: {}', 'Llámame al {}.', 'mi móvil es {}'],
  'pt-BR': ['Telefone: {}', 'Ligue para {}.', 'meu celular é {}'],
  ja: ['電話番号は{}です。', '携帯：{}', 'TEL {}'],
  'zh-CN': ['电话：{}', '请拨打{}联系我', '手机号{}'],
  ar: ['هاتف: {}', 'اتصل على {}', 'رقم الجوال {}'],
};
