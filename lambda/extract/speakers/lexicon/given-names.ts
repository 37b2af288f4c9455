import { EITHER_PACKED, FEMALE_PACKED, MALE_PACKED } from './given-names-data.ts';
import { words } from './words.ts';

/** What a given name tells of its bearer. */
export type Gender = 'female' | 'male' | 'either';

const MALE =
  words(`donald jeb ted bernie chad christian austin jordan ben bob bill jim joe mike tom tim jeff greg ken ron rick rob
  chris matt pat sean shawn brian bryan kevin keith kyle scott todd troy lloyd hugh rex rand mitch newt barack reince corey mitt marco rafael
  mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hasan hussein husain omar umar khalid khaled ibrahim ismail yusuf youssef yousef
  mustafa mahmoud abdullah abdul abdel abdulaziz abdulrahman salman faisal fahad saad saud tariq tarek walid waleed bashar hafez hamid hamad
  hamza karim kareem nasser nasir rashid rami samir sami tamim zayed ziad bilal anwar ashraf ayman adel emad essam fadi ghassan haitham hani
  hisham jamal kamal majid malik marwan mazen munir nabil nader osama qasim rafik riyad salah saleh sameh shadi sherif tahir usama wael wissam
  yasser yahya zaki recep tayyip kemal mehmet emre ekrem cem burak selim murat hakan binali bulent devlet ashfaq imran nawaz shehbaz asif bilawal
  pervez arvind narendra amit rahul rajnath subrahmanyam manmohan arun anil sunil sanjay vijay ravi raj rajesh ramesh suresh mukesh ashok ajay
  deepak dinesh ganesh gopal hari krishna mahesh manoj mohan naveen nitin pranab prakash rajiv sachin satya sundar vikram vinod yogi aditya arjun
  jinping keqiang qiang wei ming jun jie lei feng hao peng qishan xiaoping zedong enlai jiabao jintao zemin liang gang bo yong
  jianguo jianhua zhiyong geun yeol hiroshi kenji takashi shinzo yoshihide fumio taro
  shigeru akira haruki kazuo makoto naoki satoshi takeshi yoshi ichiro junichiro vladimir volodymyr dmitry dmitri dmytro sergei sergey serhiy
  alexei aleksei oleksiy oleksandr aleksandr alexander aleksander mikhail mykhailo mykola nikolai nikolay nikolas petro pyotr pavel pavlo
  ivan igor ihor oleg oleh yuri yuriy yury vitaly vitali vitaliy viktor valery valeriy valerii anatoly andriy andrei andrey andrej artem bohdan
  boris borys denys denis evgeny yevgeny gennady georgy grigory kirill kyrylo konstantin kostiantyn leonid maksim maksym maxim nazar ostap roman
  ruslan semyon stanislav stepan taras timofey vadim vadym vasily vasyl vyacheslav vladislav vladyslav yaroslav zoran dragan milan milos slobodan
  goran bojan branko darko dejan ivica janez jaroslav jan josip jerzy jaroslaw lech leszek mateusz andrzej bartosz grzegorz kazimierz
  krzysztof marek mariusz michal piotr pawel radoslaw ryszard stanislaw tomasz wojciech zbigniew zdenek vaclav petr tomas jiri ondrej
  lubos matej peter zuzan laszlo gabor gyorgy istvan zoltan tibor sandor ferenc attila balazs bela 
  jens olaf friedrich wolfgang helmut gerhard hans heinrich horst jurgen jorg jochen karl klaus kurt lars markus matthias uwe volker werner frank
  steffen stefan thorsten torsten ulrich sven bjorn anders erik leif magnus mikael nils olof ole per stig kjell lennart rasmus troels
  emmanuel francois jacques jean jean-claude jean-luc jean-marie jean-yves jean-pierre bruno laurent michel nicolas olivier pascal
  philippe pierre thierry yves xavier gilles guillaume herve benoit christophe didier edouard etienne fabien frederic gabriel antoine alain
  giuseppe giovanni matteo silvio sergio luigi mario massimo paolo pietro roberto romano enrico francesco franco giancarlo giorgio guido lorenzo
  luca marcello mauro carlo claudio dario fabio federico flavio gianni umberto vincenzo jose juan carlos luis miguel jorge javier francisco pedro
  pablo ramon raul ricardo rodrigo santiago alejandro alberto alfonso alvaro andres angel antonio arturo cesar cristobal diego
  eduardo emilio enrique ernesto esteban evo felipe fernando gonzalo guillermo gustavo hector hernan hugo ignacio jaime joaquin julian lautaro
  leopoldo manuel marcos mariano martin mauricio nayib nestor octavio oscar pepe ruben salvador sebastian vicente victor
  luiz inacio jair joao paulo rui thiago tiago vasco yanis alexis kyriakos antonis kostas giorgos nikos panagiotis stavros dimitris benjamin
  binyamin naftali yair avigdor ehud ariel moshe shimon yitzhak gideon isaac benny gadi yoav itamar bezalel mordechai eli uri dov
  kofi kwame kwesi chinedu chukwu emeka obinna olusegun goodluck muhammadu bola thabo cyril jacob nelson sipho mandla tendai emmerson
  uhuru raila kipchoge juma hage abiy hailemariam meles isaias yoweri macky alassane joko prabowo bongbong
  ferdinand mahathir najib thaksin srettha prayut hsien goh `);
const FEMALE =
  words(`hillary ashley nancy kamala elizabeth kellyanne melania ivanka condoleezza michelle chelsea huma loretta susan carly megyn sarah
  hannah emily angela ursula annalena christine theresa nicola priti liz jacinda julia gillian christiane 
  fatima aisha ayesha khadija zainab zaynab maryam mariam layla leila laila noor nour noura huda hanan rania rana reem rima samira salma
  amina amal asma basma dalia dina farah ghada habiba hala heba iman inas lina lubna maha manal mona nadia nahla najwa nawal rasha rawan sahar
  sawsan shaimaa shireen suha yasmin zahra malala benazir hina indira pratibha droupadi nirmala sushma priyanka smriti
  mamata mayawati anita aparna deepika divya gita kavita lakshmi lata meena neha nisha padma pooja radha rekha seema shreya sunita swati usha vandana
  meiling ling mei fang xiu ying chunying lijuan yanping ingwen yingwen hye yuna
  sakura yuko keiko naoko tomoko yoko hiroko michiko noriko sanae akiko kyoko mariko masako olena olga olha oksana svetlana svitlana tatiana tatyana
  tetiana yulia yuliya julija natalia natalya nataliya natalie iryna irina inna ivanna kateryna ekaterina katerina larysa larisa lesya lesia liudmyla
  lyudmila maria mariya marina maryna nadezhda nadiya nina oleksandra alexandra anastasia anna daria darya dasha elena elvira galina halyna polina
  raisa sofia sofiya solomiia valentina valentyna vera vira viktoriia viktoria victoria yelena yevgenia yevheniia zhanna zinaida zoya agnieszka
  beata ewa joanna katarzyna magdalena malgorzata monika urszula barbara zuzana jana petra lucie eva ivana dubravka kolinda jadranka
  snezana vesna zorica milica jelena dragana ljiljana viorica maia kersti kaja ingrida sanna mette ingrid astrid
  sigrid solveig birgit heidi ulrike uta sabine katrin katarina silke svenja saskia marlene annegret manuela ilse gudrun segolene marine
  anne-marie brigitte cecile florence geraldine helene ines jacqueline juliette laure madeleine manon
  mathilde nathalie nadege rachida roselyne simone sylvie valerie veronique giorgia giulia federica francesca chiara 
  mara paola roberta silvia dolores carmen pilar mercedes consuelo isabel 
  juana lourdes lucia luisa margarita marta mireya montserrat nuria paloma raquel rocio rosario soledad
  susana ximena yolanda dilma cristina claudia xiomara tzipi golda ayelet merav miri
  ngozi chimamanda winnie graca nkosazana ellen joyce samia aminata fatoumata aung suu yingluck megawati retno corazon leni grace`);

const unpack = (packed: string): string[] => {
  const names: string[] = [];
  let last = '';
  for (const [, shared, rest] of packed.matchAll(/([0-9A-Z])([a-z]*)/g)) {
    last = last.slice(0, Number.parseInt(shared ?? '0', 36)) + rest;
    names.push(last);
  }
  return names;
};

const table = new Map<string, Gender>();
for (const name of unpack(EITHER_PACKED)) table.set(name, 'either');
for (const name of unpack(FEMALE_PACKED)) table.set(name, 'female');
for (const name of unpack(MALE_PACKED)) table.set(name, 'male');
for (const name of MALE) table.set(name, 'male');
for (const name of FEMALE) table.set(name, 'female');

/** What the given name `name` (lower case, without accents) tells, or `undefined` for words that are none we know. */
export function genderOfGivenName(name: string): Gender | undefined {
  return table.get(name) ?? (name.includes('-') ? table.get(name.slice(0, name.indexOf('-'))) : undefined);
}

/** The given name's gender with accents folded away, or `undefined`. */
export function givenNameGender(word: string): Gender | undefined {
  return genderOfGivenName(word) ?? genderOfGivenName(word.normalize('NFKD').replace(/\p{M}/gu, ''));
}
