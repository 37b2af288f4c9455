/** Sentences of news that report nobody's words and no day ahead. */
export const PLAIN_SENTENCES = `
The old ferry pier closed in spring after engineers found cracks in four of its nine pillars.
More than two thousand households along the river still draw their water from a single pumping station.
Fishing boats from both shores have shared the inner bay for three generations without a written agreement.
The town council spent most of last winter arguing about the colour of the new trams.
Rents in the harbour district have doubled within a decade, while wages rose by less than a fifth.
A cold wind from the north kept most visitors indoors and the terraces of the market square empty.
The quarry above the village employs sixty people and supplies half of the region's gravel.
Its first owner, a cooper from the lowlands, bought the building with the proceeds of a single harvest.
Traffic on the coastal road came to a standstill when a lorry shed its load of timber near the tunnel.
Nearly a third of the seats in the hall stayed empty, although every ticket had been sold within an hour.
The company runs eleven workshops on three islands and exports most of what they make.
Heavy rain washed away the temporary bridge and cut the valley off for the second time within a year.
The orchestra, founded by railway workers, plays in a former engine shed with remarkable acoustics.
Prices of grain fell for the fourth week in a row as wet fields delayed sowing in the south.
Two of the five reactors have been idle since inspectors discovered a leaking valve in the cooling loop.
The library holds forty thousand volumes, among them the only surviving copy of the fishermen's charter.
Unemployment in the northern provinces remains twice as high as in the capital.
The road climbs through pine forests to a pass that is snowed in for five months of the year.
Only one of the witnesses had seen the driver, and nobody had noted the number of the van.
The dispute over the sluice goes back to a survey that placed the border in the middle of the canal.
Volunteers cleared eleven tonnes of rubbish from the beach between the lighthouse and the campsite.
The factory's chimneys, once the tallest in the country, were blown up in front of a silent crowd.
Each of the three candidates grew up within sight of the shipyard's cranes.
Her first novel sold four hundred copies and was pulped by the publisher within two years.
The museum keeps the wreck in a tank of cold water, where it is sprayed day and night.
A narrow majority of shareholders rejected the merger at a stormy meeting in the grain exchange.
Sales of electric bicycles overtook those of small cars for the first time.
The glacier has retreated by eighty metres since the hut was built at its edge.
Doctors at the district hospital treated nineteen people for smoke inhalation, most of them firefighters.
The visitors took an early lead and defended it with ten men for more than an hour.
Half of the island's teachers commute by boat from the mainland.
Beekeepers lost almost two thirds of their hives to the mild, wet winter.
The parliament building stands empty while its roof is repaired, and members meet in a converted cinema.
Storks have returned to the wetlands after an absence of almost forty years.
The currency lost a tenth of its value before the central bank stepped in.
A single mill on the upper river still grinds flour in the way that gave the town its name.
The ring road cost three times as much as planned and ends in a field.
Young people leave the valley after school, and few of them come back.
The auction house sold the painting, long thought to be a copy, to a collector who bid by telephone.
Investigators found traces of the same paint on both gates of the depot.`
  .trim()
  .split('\n');
