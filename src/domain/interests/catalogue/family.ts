import { entriesOf } from './entry'

export const family = entriesOf('family', [
  ['Parenting', 'parents, kids, children, raising children', '!'],
  ['Babies and toddlers', 'babies, baby, toddlers, new parents'],
  ['Single parents', 'single mums, single dads, single moms'],
  ['Fatherhood', 'dads, fathers'],
  ['Motherhood', 'mums, moms, mothers'],
  ['Pregnancy and birth', 'pregnancy, midwifery'],
  ['Adoption and fostering', 'adoption, fostering, foster care'],
  ['Grandparents', 'grandchildren'],
  ['Caring for relatives', 'carers, caring, caregiving, dementia'],
  ['Homeschooling', 'home schooling, unschooling'],
  ['Play and toys', 'toys, playgrounds'],
  ['Relationships', 'dating, love, friendship, making friends'],
  ['Weddings', 'wedding planning'],
  ['Family traditions', 'festivities, holidays at home'],
])
