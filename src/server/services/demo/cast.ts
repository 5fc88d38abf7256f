import { parseCast } from './parse-cast'

/**
 * The people of the demo community, invented; several newcomers tell stories, so that there is a circle
 * for them. One a line: how often they come (R every time, O now and then, N for the first time tonight),
 * name, headline, ask, offer, conversation starter, and slugs of the interest catalogue. An empty part is
 * one that the person left empty, as many do.
 */
export const CAST = parseCast(`
R|Marta Okonkwo|Harbour pilot, retired last spring|someone who restores wooden boats|reading the weather, and old sea charts|Which place would you go back to at once?|sailing, woodworking, history, storytelling
R|Jonas Feld|Builds bicycles out of other bicycles|a dry room to rent by the month|bicycle repair, any evening|What did you last repair?|bicycle-repair, cycling, upcycling, metalworking
R|Priya Raman|Data engineer who bakes too much|testers for a neighbourhood bread club|help with databases and spreadsheets|What do you cook when nobody is watching?|data-engineering, sourdough, databases, podcasting
R|Tomasz Wieczorek|Teaches mathematics at the evening school|stories of how people use mathematics at work|explaining statistics without formulas|What did school get wrong about your subject?|mathematics, education, chess, hiking
R|Leila Haddad|Runs a tiny publishing house|a translator from Portuguese|an honest reading of your first ten pages|Which book have you given away most often?|editing-and-publishing, translation, poetry, coffee
R|Emeka Adeyemi|Nurse and choir singer|two tenors for a Sunday choir|first-aid courses for small groups|When did you last sing in company?|choir, singing, medicine, first-aid
R|Sofia Lindqvist|Architect of small houses|people who have shared a house for years|drawings for a tiny house or a shed|What do you like about where you live?|architecture, shared-housing, urban-sketching, sustainability
R|Kenji Watanabe|Makes synthesizers in a cellar|a good source of old radio parts|soldering and a bench to learn it|What sound do you know from childhood?|electronics, music-production, instrument-building, retro-computing
R|Ana Sousa|Community gardener, Plot 14|someone who can build a rain tank|tomato seedlings and compost advice|What grows well near you?|gardening, permaculture, zero-waste, cooking
R|Dmitri Volkov|Writes software for ferries|a running partner at six in the morning|code review in Rust or C|What is the slowest journey you have enjoyed?|rust, embedded-systems, running, maps
R|Ruth Abel|Mediator, thirty years of family quarrels|a room for a monthly listening circle|an hour of mediation, for nothing|What have you changed your mind about?|nonviolent-communication, facilitation, psychology, philosophy
R|Hassan Yildiz|Tea house on the corner of Dock Street|a graphic designer for a new menu|a back room for twelve people|How do you take your tea, and who taught you?|tea, cooking, graphic-design, backpacking
O|Grace Mbeki|Studies the sea floor|divers with a camera|talks for schools about oceans|What is the strangest animal you have met?|oceanography, diving, climate-science, photography
O|Oskar Brandt|Carpenter, learning to say no|a book-keeper for a one-man firm|shelves, tables, advice on wood|What do you make with your hands?|woodworking, small-business, home-improvement, improvisation
O|Mei-Lin Chou|Product manager at a hearing-aid maker|people who wear hearing aids, for interviews|user interviews and how to ask|Which everyday thing is badly designed?|product-management, accessibility, user-experience, badminton
O|Carlos Rivera|Sound engineer, mostly weddings|a band that needs a mixer|a spare microphone set for your event|Which song can you not bear any more?|live-music, sound-art, podcasting, salsa
O|Ingrid Solheim|Librarian of the harbour district|volunteers for story hour|finding any source there is|What did you look up today?|libraries-and-archives, reading, childrens-books, local-history
O|Yusuf Demir|Starting a repair café|people who can repair toasters|a place among the tools every second Saturday|What have you thrown away and regretted?|repairing-things, electronics, volunteering, zero-waste
O|Nadia Petrova|Physics teacher turned solar installer|a flat roof with a brave owner|a calculation for your solar panels|What would you power first?|renewable-energy, physics, climate-action, climbing
O|Patrick O'Leary|Retired journalist, still curious|someone who digitises tapes|an interview with your grandmother|What should a newspaper have asked you?|journalism, storytelling, local-history, documentaries
O|Amara Diallo|Fashion from sail cloth|worn sails of any size|sewing lessons for beginners|What do you wear that has a story?|sewing, fashion, upcycling, salsa
O|Felix Neumann|Trains guide dogs|families who could raise a puppy|advice on a dog that pulls|Dogs or cats, and since when?|dogs, animal-welfare, hiking, psychology
O|Zeynep Kaya|Lawyer for tenants|tenants with old contracts, for a study|a first look at your lease|Which rule would you abolish?|law, human-rights, cities-and-planning, film
O|Ben Carter|Tour guide, three languages|an illustrator for a city map|a walk through the old harbour|What do visitors never see here?|city-walks, local-history, illustration, learning-languages
O|Chiara Romano|Ice cream maker in the summer, skier in the winter|a winter use for an ice cream van|a tasting for your team|Which flavour should exist?|ice-cream, italian-food, skiing-and-snowboarding, small-business
O|Samuel Osei|Works on drones that plant trees|land owners with bare slopes|flying lessons with a small drone|What did you want to become at ten?|drones, trees-and-forests, robotics, conservation
O|Hana Novak|Speech therapist and clown|a partner for a hospital show|help with stage fright|What made you laugh this week?|clowning-and-circus, improvisation, public-speaking, linguistics
O|Viktor Lang|Two bakeries, no free weekends|an apprentice who likes early mornings|sourdough starter, with instructions|When are you at your best?|baking, sourdough, entrepreneurship, running
O|Aisha Rahman|Doctoral student of machine learning|data about tides and traffic|an introduction to machine learning|Which prediction do you trust?|machine-learning, statistics, bouldering, poetry
O|Luca Moretti|Violin maker||a check of your old violin|Which instrument did you give up?|violin-and-strings, instrument-building, classical-music, woodworking
O|Freya Hansen|Keeps bees on the customs house|roofs with flowers near them|honey, and a visit to the bees|What do you do slowly?|beekeeping, insects, gardening, photography
O|Daniel Kim|Freelance designer, new father|other fathers with small children|a look at your website|What did you learn from a child?|interface-design, typography, fatherhood, freelancing
O|Olga Ivanova|Translates manuals, writes crime novels|a police officer with patience|translation from Russian and Polish|Who would you cast as the villain?|translation, crime-and-mystery, creative-writing, polish
O|Mateo Fernández|Cooks for two hundred at the school|farms within a day's walk|recipes for very many people|What was the best school lunch?|cooking, food-sharing, farming, football
O|Nour El-Amin|Urban planner for crossings and benches|people who walk with a stick or a pram|reading a plan of your street|Where do you like to sit in this town?|cities-and-planning, public-transport, accessibility, photography
O|Elias Virtanen|Sauna builder|a site by the water|sauna evenings for six|What do you do when it is dark for months?|sauna-and-cold-plunges, woodworking, swimming, finnish
N|Tara Singh|Moved here nine days ago|people to go climbing with|help with English texts|What should one see here first?|climbing, living-abroad, english, photography, storytelling
N|Moritz Haas|Student of energy engineering|a summer job with solar panels||What are you building at the moment?|renewable-energy, engineering, board-games, cycling
N|Isabel Duarte|Grew up between Lisbon and here|a Portuguese conversation table|conversation in Portuguese|Which word has no translation?|portuguese, translation, dance, coffee, storytelling
N|Adrian Popescu|Quit a bank to make furniture|advice on a first workshop|a spreadsheet for a small firm|What would you do without a salary?|woodworking, finance, careers, small-business
N|Wanjiru Kamau|Runs marathons slowly|a group for long runs on Sundays|shoe advice, strictly honest|What do you think about while running?|marathons, running, nutrition, journaling
N|Robin Clarke|Back after ten years at sea||knots|What has changed most here?|sailing, fishing, storytelling, reading
N|Sana Mirza|Doctor in training|a quiet place to study|questions about medicine, over tea|How do you rest?|medicine, tea, mindfulness, drawing
N|Paulina Zając|Illustrator of mushrooms|a publisher for an odd book|drawings of what you found|What is the oddest thing you know?|mushrooms, illustration, foraging, botany, storytelling
N|רות כהן|Sings in four languages|musicians for old songs||Which song do you know by heart?|singing, folk-music, hebrew, cooking
N|Owen Griffiths|Game designer of one published game|players for a new board game|feedback on your rules|Which game do you always lose?|game-design, board-games, puzzles, storytelling
`)
