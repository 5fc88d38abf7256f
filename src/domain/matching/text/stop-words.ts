/**
 * Words that say nothing about what an ask or an offer is about: grammar, and what every ask and
 * offer says ('looking for someone who can help'). In lower case, without diacritics.
 */
const ENGLISH = `
a about above after again all also am an and another any anybody anyone anything are around as at be because been
before being best better between both but by can come could did different do does done down each either else even
every everybody everyone everything few for from further get gets getting give giving go going good great had happy
has have having he hello help helped helpful helping helps her here hers hi him his how i if in into is it its just
keen keep kind know knowing learn learning learned less let like likes little long look looking lot lots love made
make making many maybe me meet meeting met more most much my myself need needs new nice no not now of off offer
offering offers often on once one only or other others our out over own people perhaps person please really right
same share sharing she should show so some somebody someone something sometimes somewhere soon start started
starting still stuff such take talk talking tell than thank thanks that the their them then there these they thing
things think this those through time tip tips to together too tried try trying two under up us use used using very
want wanted wanting wants was way ways we well were what whatever when where which while who whoever whom whose why
will willing wish with within without work working works would year years yes yet you your yours
advice ask asking experience experienced expert experts expertise idea ideas interest interested interesting
introduction introductions intro intros project projects question questions support topic topics beginner beginners
basic basics don im ive id ill dont cant
able actual actually ago almost already although anyway away back big bit bring cannot cause chance chat chatting check
come coming currently day days deal doesnt easy else enough ever exchange explain explaining extra fact feel feeling
feels find finding finds found free full fun gave given gives glad going group groups guy guys hang hear hey hour hours
happen important improve improving join joining kinda later least let life listen local main matter mean means mind
month months moment must near nearby never next none number okay ok old open part person pick place places plenty point
possible pretty probably problem problems put quick quite ready real recommend recommendation recommendations
recommended said say see set short shown simple since sort spare spend spot sure team thats thought today
tomorrow tonight total turn understand understanding various version week weekly weeks went whats whole whos wonder
worth yourself
`

const GERMAN = `
aber alle als am an auch auf aus bei bin bis das dem den der des die du ein eine einem einen einer er es etwas fur
gerne habe haben hat helfen hilfe ich ihr im in ist jemand jemanden kann konnen man mein meine mich mir mit mochte
nach nicht noch oder sich sie sind suche uber um und uns viel von war was wenn wer wie wir zu zum zur
`

const FRENCH = `
aide aider au aux avec ce ces cherche dans de des du elle en est et il ils je la le les leur mais me mon ne nous on
ou par pas peux plus pour pouvoir que quelqu qui sa se ses son sur tu un une vous
`

const SPANISH = `
al alguien ayuda ayudar busco con como de del el ella en es esta la las lo los mas me mi muy no para pero por puedo
que se si su sus un una y yo
`

export const STOP_WORDS: ReadonlySet<string> = new Set(
  [ENGLISH, GERMAN, FRENCH, SPANISH].flatMap((list) => list.trim().split(/\s+/)),
)
