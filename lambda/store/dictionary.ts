/** Words that English news is full of, the most frequent last. */
const NEWS = `
Afghanistan Argentina Australia Bangladesh Belgium Brazil Britain Canada Colombia Denmark Egypt Ethiopia Finland France Germany Greece Hungary
Indonesia Iraq Ireland Israel Italy Japan Kenya Lebanon Malaysia Mexico Netherlands Nigeria North Korea South Korea Norway Pakistan Palestinian
Philippines Poland Portugal Romania Russia Saudi Arabia Singapore South Africa Spain Sweden Switzerland Syria Taiwan Thailand Turkey Ukraine United
Arab Emirates United Kingdom Venezuela Vietnam European Union American British Chinese French German Indian Iranian Iraqi Israeli Italian Japanese
Russian Spanish Turkish Ukrainian Africa Asia Europe Middle East Beijing Berlin Brussels Cairo Delhi Dubai Geneva Istanbul Jerusalem Kyiv London
Madrid Moscow New York Paris Rome Sydney Tehran Tokyo Vienna Washington Associated Press Agence France-Presse Reuters Bloomberg MENAFN Xinhua news
agency state television broadcaster newspaper radio Facebook Twitter social media United Nations Security Council World Health Organization
International Monetary Fund World Bank central bank Supreme Court High Court Parliament Congress Senate White House State Department Foreign
Ministry Interior Ministry Defence Ministry Defense Department Health Ministry Treasury Commission Federal Reserve Red Cross University Institute
Association Foundation Authority Agency Committee Federation League Party Labour Conservative Republican Democratic Liberal Democrats coalition
opposition leader secretary-general secretary general vice president deputy prime minister finance minister foreign minister interior minister
defence minister health minister education minister justice minister transport minister environment minister economy minister trade minister energy
minister agriculture minister attorney general prosecutor general ambassador commissioner governor lawmaker legislator senator councillor counsellor
mayor chancellor chairman chairwoman chairperson chief executive officer chief financial officer chief economist managing director executive
director director general co-founder founder general manager manager coach captain head coach striker midfielder professor researcher scientist
economist analyst strategist expert adviser advisor envoy negotiator mediator diplomat lawyer solicitor barrister judge justice magistrate detective
superintendent inspector sergeant lieutenant colonel general commander admiral police chief police officer fire chief firefighter paramedic doctor
nurse surgeon physician patient teacher headteacher student resident neighbour neighbor farmer fisherman worker driver passenger shopkeeper owner
landlord tenant activist campaigner organiser organizer volunteer protester eyewitness witness victim suspect defendant prosecutor representative
spokesperson spokeswoman spokesman for the January February March April May June July August September October November December Mon, Tue, Wed, Thu,
Fri, Sat, Sun, Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Monday morning Tuesday afternoon Wednesday evening Thursday night Friday Saturday
Sunday yesterday today tomorrow tonight last week last month last year next week next month next year this week this month this year earlier this
later this by the end of the year in the coming weeks in the coming months over the past decade since the beginning of for the first time in at the
weekend accident agreement airport alliance allegations ambulance announcement anniversary apartment appeal application appointment argument
arrangement arrested artificial intelligence assembly assessment attack attempt attention audience authorities available aviation balance ballot
battle behaviour benefit billion border branch breakfast bridge budget building business cabinet campaign candidate capacity capital carbon career
carrier ceasefire celebration century ceremony challenge championship charge charity children citizens civilian climate change coastal college
combat commercial commitment community company compensation competition complaint computer concern condition conference conflict confidence
connection consequences conservation construction consumer contract contribution control conversation cooperation corruption council counter country
county couple courage crash crisis criticism culture currency current customer customs damage danger deadline debate decade decision declaration
decline defeat defence deficit delegation delivery demand democracy department deployment deposit description design destruction development
difference difficult digital dinner disaster discovery discussion disease dispute disruption distance district division document dollars domestic
dozens drought economic economy education effective efficiency election electricity emergency emissions employees employment encouragement energy
engineer enough entertainment environment environmental equipment evacuation evening evidence exchange exercise exhibition expansion expectations
expenditure experience explosion export extension facility factory failure families federal festival fighting figures final financial fishing flight
flooding football forecast foreign forest forward freedom friend fuel function funding funeral future garden gasoline generation government grain
ground growth guarantee guidance harbour harvest health heating heavy highway historic history holiday hospital household housing humanitarian
hundreds identity immediate immigration impact implementation import improvement incident income increase independence independent indictment
individual industrial industry inflation influence information infrastructure initiative injured injuries injury inquiry insurance intelligence
interest international internet interview invasion investigation investigators investment investors island journalist journey judgment kilometres
killed knowledge laboratory language launch leadership league legal legislation letter library licence limited local long-term machine magazine
maintenance majority manufacturing marine market material measure medical medicine meeting member memory message military million mining minority
missile mission mistake mobile money mortgage motion mountain movement museum music national natural nearby necessary negotiations neighbourhood
network northern nuclear number objective obligation observers occasion offensive office operation operator opinion opportunity order organisation
original outbreak outside package painting pandemic partner passport payment peace pension people per cent percent performance period permission
petrol pipeline planning platform player political politicians pollution population position positive possible potential poverty power powerful
practice pregnant premier presence presidential pressure previous price primary principle prison private problem procedure process production
products professional profit programme progress prohibited project property proposal protection protest provide province provision public purchase
quality quarter question railway rainfall reaction reality rebels recession record recovery referendum reform refugees region regional regulation
regulators relations relationship relief religious removal repair replacement report republic request rescue reserve residents resignation
resolution resource response responsibility restaurant result revenue review revolution rights river rocket route rumours safety salary sanctions
satellite schedule scheme school science season section sector security sentence separate series serious service session settlement several
shareholders shelter shipping shooting shortage signature significant situation social society soldiers solution source southern sovereignty speech
spending sports squad stability stadium standard statement station statistics stock storage storm strategy stream street strength strike structure
struggle subsidies success summer summit supply support surface surprise surrounding survey survivors system target tariff taxpayers technical
technology telephone temperature temporary territory terrorism testimony theatre thousands threat together tonnes tourism tourists tournament trade
tradition traffic training transfer transition transport travel treasure treatment treaty tribunal troops trouble tunnel uncertainty unemployment
union universal university vaccine valley vehicle verdict version vessel victory village violence visitors voters voting vulnerable wages warehouse
warning waste water weapons weather website wedding weekend welfare western wildfire winter withdrawal without women workers workforce workshop
world wounded written yesterday young abandoned accepted according accused achieved acknowledged across added addressed admitted adopted affected
afford against agreed allowed almost alone along already although always among announced another answered appeared approved argued around arrived
asked assured attended authorised avoid became because become been before began begin behind being believe believed better between blamed blocked
born bought break bring brought build built called came cancelled cannot carried carry caught caused changed claimed cleared close closed collapsed
collected come comes coming commented compared completed concerned concluded condemned confirmed considered consisted continue continued contributed
convinced could created criticised damaged dealt decided declared declined defended delayed delivered demanded denied described deserve designed
destroyed detained determined developed died different directly discussed doubled down dropped during each earlier early easily eastern either
elected else emphasised emphasized enforce ensure entered entire especially established estimated even ever every everyone everything exactly
examined except expanded expected explained expressed extended extremely faced failed fallen familiar far fast feared fell felt few fewer fight
filed find finished first five followed following forced former found four free frequently from full fully further gave gets getting give given
gives going gone good got great grew group grow had half hand happen happened hard has have having heard held help helped her here herself high
higher highest him himself his hit hold holding home hope hoped hours house how however hundred idea identified ignored imagine immediately imposed
improve improved include included includes including increased increasingly indicated informed inside insisted instead intended introduced invited
involved issued its itself join joined jumped just keep kept key kind knew know known large largely larger largest last late later launched lead
leading learned least leave led left less let level life light like likely line list little live lives living located long longer look looked
looking lose lost lot low lower made main mainly make makes making man many matter maybe mean means meant meanwhile mentioned met might mind minutes
missing mixed moment month months more most mother move moved much must my name named near nearly need needed needs never new news next night nine
no none nor normal north not noted nothing noticed now obtained occurred of off offered official officials often old on once one ones only open
opened opposed or other others our out over own owned paid part particular particularly parts passed past pay people perhaps person place placed
plan planned plans play played pledged point pointed poor praised prepared presented prevent previously probably proposed protect proved provided
published pulled purpose pushed put quickly quite quoted raised ran rate rather reached read ready real really reason reasons rebuilt receive
received recent recently recommended reduce reduced refused regarded rejected related released remain remained remains reminded removed repeated
replaced replied reported reportedly requested required reserved resigned resolved responded rest restored resulted returned revealed right rise
rising road role room rose rule ruled run running same sat save saw say saying says second see seek seem seemed seen sell send senior sent set seven
shared she short should show showed shown shut side signed since single six size slow slowly small so sold some someone something sometimes soon
sought south space speak speaking spent spoke spoken stage stand start started state stated stay step still stood stop stopped stressed strong
struck such suffered suggested suspended take taken takes taking talk talks team tell ten than thank that the their them themselves then there these
they thing things think third this those though thought threatened three through throughout time times to told too took top total toward towards
town transferred tried trust try trying turn turned twice two under understand unless until up upon urged us use used using usual value very visit
visited voted wait waiting walk want wanted war warned was watch way we week weeks welcomed well went were west what when where whether which while
who whole whom whose why wide will win with within woman won word words work worked working worse worst would year years yet you your I don't know,
we don't have, it's not, that's why we're, there's no, they're, you're, can't, won't, doesn't, didn't, isn't, wasn't, haven't, “We have to ,” he
said. “It is a ,” she said. “The “I am “This is “There is “They have " said in a statement on said at a news conference said in an interview with
told a news conference told reporters on told the BBC told AFP, adding that it had said the wrote on X. A spokesman for A spokesperson for a
statement said.  according to the the ministry said the company said the government said police said officials said Ministers the report said He
added that She added: He said that the She said the They said the who asked not to be named on condition of anonymity because they were not
authorised to speak declined to comment did not respond to a request for comment was quoted as saying by one of the more than a less than a at least
two people were killed and another were injured in the the number of the end of the as well as the in order to be able to as part of the because of
the at the same time on behalf of the with regard to has been a have been would be the will be held on is expected to are likely to was the first
there will be there are there is no it would be that it is that the will of the in the to the on the for the at the from the by the with the and the
that the is a as a was a in a of a to be he was it was they were had been which is but it is not and that would not could not may not should be we
will we are we have I think
`;

/** What records say beside, those of items and statements last. */
const FIELDS = [
  '"enclosures":[{"url":"https://www.","type":"image/jpeg","length":null}],"publishedAtRaw":" +0000","updatedAt":"2026-","warnings":[{"code":"date-',
  '"revisionsThatDay":2,"correctedAt":"2026-","expiresAt":null,"copies":["URL#","TEXT#"],"guid":"https://www."canonicalUrl":"https://www."publishedAtSource":"dateline"',
  '"dateline":{"raw":" (Reuters) - ","place":"","date":"2026-","agency":null,"syndicator":null,"bodyStart":},"statementCount":',
  '"value":"2026-","granularity":"month","from":"2026-","to":"2026-","role":"deadline","role":"since","role":"range","context":"The ',
  '"items":1,"copies":0,"statements":1,"quoted":1,"undated":{"items":0,"copies":0,"statements":0,"quoted":0},"types":{"direct":1,"indirect":0,"mixed":0},"bands":{"high":1,"fair":0,"low":0},"roles":[{"text":"","statements":1,"undated":0}],"outlets":[{"feedId":"","statements":1,"undated":0}],"seen":{"first":"2026-","last":"2026-"}',
  '"day":"2026-","subject":"FEED#","subject":"SPEAKER#org:","subject":"SPEAKER#","name":"',
  '"correction":{"of":"","notAStatement":false,"corrected":["speaker"],"note":null,"by":"","at":"2026-","machine":{"text":"","spans":[{"start":',
  '["According to",0,["criticised",1,["denied","deny",["replied","reply",["testified","testify",["thought","think",["wrote","write",["says",1,["saying",3,["expressed",2,["announced",1',
  ',{"spans":[{"start":,"end":},{"start":,"end":}]}],[0,{"saidAt":"2026-","saidAtSource":"text"}],[1,"saidAtSource":"dateline"',
  '"https://www.","en","2026-00Z",[["org:","organization",null,null],["",null,"unnamed",null,null],["",null,"group",null,null],["","person","","person",null,null],[""]],[[0,',
  '],"colon-lead-in",9],[1],"transcript",9],[1],"according-to",9],[0],"infinitive-cue",8],[0],"noun-cue",8],[0],"speech-noun",7],[0],"follow-up",65],[1],"speaker-then-quote",9],[1],"postposed",82],[0],"complement",83],[0],"quote-then-verb",96],[1],"quote-then-speaker",97],[1],["rejected",2,],"object",78],[0],["told","tell",],"bare-clause",92],[0,"operator"],"alias"],"role"],"pronoun"],["said","say",],"that-clause",93],[0,',
  '"url":"https://www.","title":"","authors":[""],"summary":"The  …","tags":["World","Politics","Business","News","Sport"],',
  '.com/news/world/politics/2026/.html"https://www.',
];

/**
 * What records are compressed with: what stands here costs them next to nothing. It takes up half of the 32 KB that can be looked back at. What is
 * stored can be read with this very text only: another one needs another attribute beside those of `packed.ts`, for the records that are there.
 */
export const DICTIONARY = Buffer.from(NEWS.replaceAll('\n', ' ') + FIELDS.join(''));
