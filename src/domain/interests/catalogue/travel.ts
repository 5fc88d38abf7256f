import { entriesOf } from './entry'

export const travel = entriesOf('travel', [
  ['Travel', 'travelling, traveling, trips, seeing the world', '!'],
  ['Backpacking', 'hostels, budget travel, interrailing'],
  ['Road trips', 'road trip, roadtrips'],
  ['Van life', 'vanlife, camper vans, campervans, rvs'],
  ['Train travel', 'rail travel, night trains, slow travel'],
  ['Solo travel', 'travelling alone'],
  ['City walks', 'urban exploration, urbex, city exploring, walking tours'],
  ['Day trips', 'weekend trips, excursions'],
  ['Living abroad', 'emigrating, moving abroad'],
  ['Culture and customs', 'cultures, intercultural exchange, cultural exchange'],
  ['Maps', 'cartography, map making'],
  ['Flying', 'aviation, pilots, gliding, paragliding, planes'],
  ['Couchsurfing', 'home exchange, hosting travellers'],
  ['Pilgrimage', 'camino, camino de santiago, long distance walking'],
])
