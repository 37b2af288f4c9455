/** Words in capitals at an opening that head a piece and are no place; lower case. Data. */
const HEADINGS = new Set(
  `interview update updates exclusive analysis opinion breaking watch video photos photo gallery live factbox explainer explained feature
  review reviews preview profile obituary correction editorial column commentary comment letters letter poll quiz podcast listen read more sponsored advertisement
  news alert urgent flash brief briefs summary timeline background context note notice warning top best first last how why what when where who
  report recap highlights results scores standings roundup wrap insight special focus spotlight q&a faq intro introduction abstract background
  question answer key points takeaways markets stocks business sports sport politics world health science technology tech culture weather
  press release media advisory statement speech transcript remarks file graphic data chart map game match lineups final half-time`.split(
    /\s+/,
  ),
);

/** Organisations and market places that stand in capitals before a colon or dash; lower case. Data. */
const ORGANISATIONS = new Set(
  `nato un who eu imf fifa uefa nba nfl nhl mlb ncaa fbi cia opec asean unicef unesco nasa nasdaq nyse amex tsx lse otc bse nse asx tsxv cse otcqb otcqx fda cdc epa wto ioc
  icc osce oecd iaea unhcr wfp apec brics ecb boe fed sec doj irs gop mls wwe ufc pga lpga wta atp bbc cnn`.split(
    /\s+/,
  ),
);

/** Whether capitals at an opening head the piece, or name an organisation or a market place, rather than a place. */
export function isHeading(words: string): boolean {
  const all = words.toLowerCase().split(/\s+/);
  return (
    all.length === 0 || all.every((word) => HEADINGS.has(word) || ORGANISATIONS.has(word)) || HEADINGS.has(all[0] ?? '')
  );
}
