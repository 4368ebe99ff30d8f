/** Words for a number of a person, whichever the country, in the languages of the product and some more. */
export const sharedWords = [
  'national id(?:entity|entification)?(?: (?:card|no|number))?',
  'personal (?:id|identity|identification)(?: (?:code|no|number))?',
  'identity (?:card|no|number|document)',
  'id card(?: number)?',
  'citizen (?:card|id|number)',
  'tax(?:payer)? (?:id|identification|file|no|number)(?: (?:no|number))?',
  'social (?:security|insurance)(?: (?:no|number))?',
  'tin',
  'ausweisnummer|personalausweis|personenkennzahl|steuer-?id|steuernummer|sozialversicherungsnummer',
  "numéro (?:fiscal|national|d'identité|de sécurité sociale)|carte d'identité|pièce d'identité|sécurité sociale",
  'número (?:de identificación|de identidad|fiscal|nacional|de seguro social)|documento (?:nacional )?de identidad|cédula|seguridad social|seguro social',
  'número de identificação|número fiscal|documento de identidade|bilhete de identidade|segurança social',
  'codice fiscale|carta d.identità|documento d.identità',
  'паспорт[а-я]*|снилс|инн|удостоверени[а-я]*',
  '身份证|身份證|身分證|证件号|社会保障号|身分証|個人番号|マイナンバー|社会保障番号|주민등록번호|주민번호',
  'رقم الهوية|الهوية|رقم وطني|الرقم الوطني|الضمان الاجتماعي|الرقم القومي|ת[."״]?ז|תעודת זהות|מספר זהות',
];
