import { wordSet } from './words.ts';

/** Fields that an office has: "Minister of Industry, Investment and Commerce", "Director of Port Affairs". */
export const PORTFOLIO_WORDS: ReadonlySet<string> =
  wordSet(`affairs foreign external internal interior home homeland state security defence defense justice law legal constitutional parliamentary
  finance financial economy economic economics planning budget treasury revenue trade commerce industry industries industrial investment investments
  business enterprise enterprises entrepreneurship small medium export exports supply domestic consumer cost living labour labor employment manpower
  work works public infrastructure transport transportation communication communications information technology technologies digital digitalisation
  digitalization telecommunications post railways roads aviation maritime ports port shipping housing urban rural land lands local municipal municipality
  municipalities government governance cooperative cooperatives traditional community communities social solidarity welfare development human rights
  family women gender equality children youth sport sports culture cultural arts tourism heritage antiquities creative media education higher
  training skills science sciences scientific research innovation health healthcare wellness medical population energy power electricity renewable
  petroleum oil gas mines mining minerals mineral natural resources water irrigation environment environmental climate change forestry forests
  wildlife agriculture agricultural livestock food fisheries fishery marine ocean oceans sea blue space atomic nuclear disaster emergency
  emergencies management reform administration administrative civil service services cabinet presidential relations cooperation international
  regional integration migration immigration emigration citizenship expatriates diaspora religious islamic awqaf endowments guidance veterans
  indigenous minorities operations corporate sales marketing strategy product engineering quality safety compliance risk growth finance people
  customer customers programs programmes programming partnerships policy intelligence staff army navy police coast guard opposition house senate`);
