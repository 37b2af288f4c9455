import { words } from './words.ts';

// adjective:country, where the country is not found by leaving out the ending; "_" stands for a space
const ADJECTIVES = `american:United_States british:United_Kingdom english:England scottish:Scotland welsh:Wales irish:Ireland french:France german:Germany
  italian:Italy spanish:Spain portuguese:Portugal dutch:Netherlands belgian:Belgium swiss:Switzerland austrian:Austria danish:Denmark swedish:Sweden
  norwegian:Norway finnish:Finland icelandic:Iceland polish:Poland czech:Czech_Republic slovak:Slovakia slovakian:Slovakia hungarian:Hungary romanian:Romania
  bulgarian:Bulgaria greek:Greece cypriot:Cyprus turkish:Turkey albanian:Albania serbian:Serbia croatian:Croatia bosnian:Bosnia slovenian:Slovenia
  macedonian:North_Macedonia montenegrin:Montenegro kosovar:Kosovo estonian:Estonia latvian:Latvia lithuanian:Lithuania russian:Russia ukrainian:Ukraine
  belarusian:Belarus moldovan:Moldova georgian:Georgia armenian:Armenia azerbaijani:Azerbaijan azeri:Azerbaijan kazakh:Kazakhstan uzbek:Uzbekistan
  turkmen:Turkmenistan tajik:Tajikistan kyrgyz:Kyrgyzstan afghan:Afghanistan pakistani:Pakistan indian:India bangladeshi:Bangladesh nepali:Nepal
  nepalese:Nepal bhutanese:Bhutan maldivian:Maldives burmese:Myanmar thai:Thailand vietnamese:Vietnam cambodian:Cambodia laotian:Laos malaysian:Malaysia
  singaporean:Singapore indonesian:Indonesia filipino:Philippines philippine:Philippines chinese:China taiwanese:Taiwan japanese:Japan mongolian:Mongolia
  australian:Australia canadian:Canada mexican:Mexico guatemalan:Guatemala honduran:Honduras salvadoran:El_Salvador nicaraguan:Nicaragua cuban:Cuba
  haitian:Haiti jamaican:Jamaica colombian:Colombia venezuelan:Venezuela ecuadorian:Ecuador peruvian:Peru bolivian:Bolivia brazilian:Brazil
  paraguayan:Paraguay uruguayan:Uruguay argentine:Argentina argentinian:Argentina argentinean:Argentina chilean:Chile israeli:Israel
  palestinian:Palestine jordanian:Jordan lebanese:Lebanon syrian:Syria iraqi:Iraq iranian:Iran saudi:Saudi_Arabia emirati:United_Arab_Emirates
  qatari:Qatar kuwaiti:Kuwait bahraini:Bahrain omani:Oman yemeni:Yemen egyptian:Egypt libyan:Libya tunisian:Tunisia algerian:Algeria moroccan:Morocco
  sudanese:Sudan ethiopian:Ethiopia eritrean:Eritrea somali:Somalia djiboutian:Djibouti kenyan:Kenya ugandan:Uganda tanzanian:Tanzania rwandan:Rwanda
  burundian:Burundi congolese:Congo angolan:Angola zambian:Zambia zimbabwean:Zimbabwe malawian:Malawi mozambican:Mozambique namibian:Namibia
  botswanan:Botswana malagasy:Madagascar mauritian:Mauritius nigerian:Nigeria ghanaian:Ghana ivorian:Ivory_Coast senegalese:Senegal malian:Mali
  gambian:Gambia guinean:Guinea liberian:Liberia cameroonian:Cameroon gabonese:Gabon chadian:Chad nigerien:Niger maltese:Malta luxembourgish:Luxembourg`;
const SEVERAL = new Map([
  ['south korean', 'South Korea'],
  ['north korean', 'North Korea'],
  ['new zealand', 'New Zealand'],
  ['sri lankan', 'Sri Lanka'],
  ['south african', 'South Africa'],
  ['south sudanese', 'South Sudan'],
  ['saudi arabian', 'Saudi Arabia'],
  ['costa rican', 'Costa Rica'],
  ['puerto rican', 'Puerto Rico'],
  ['north macedonian', 'North Macedonia'],
]);

const countries = new Map<string, string>(SEVERAL);
for (const entry of words(ADJECTIVES)) {
  const [adjective = '', country = ''] = entry.split(':');
  countries.set(adjective, country.replaceAll('_', ' '));
}

/** The country that a nationality (lower case, one or two words) stands for, or `undefined`. */
export function countryOf(nationality: string): string | undefined {
  return countries.get(nationality);
}
