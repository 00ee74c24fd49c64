import { effects } from './words.ts'

/** An effect that co-ops often report on, as a start for one of their own. */
export interface KnownEffect {
  readonly name: string
  readonly unit: string
  readonly bound: 'least' | 'most'
}

/** Whether more of it is better. */
const BOUNDS = [
  ['electricityRenewableSources', 'least'],
  ['energyUsed', 'most'],
  ['greenhouseGases', 'most'],
  ['waterUsed', 'most'],
  ['wasteNotRecycled', 'most'],
  ['foodThrownAway', 'most'],
  ['goodsBoughtWithinKm', 'least'],
  ['goodsBoughtOtherCoops', 'least'],
  ['organicOrFairtradeGoods', 'least'],
  ['goodsRepairedOrPassed', 'least'],
  ['wayWorkOnFoot', 'least'],
  ['landCaredWithoutPoison', 'least'],
  ['treesPlantedAliveTwo', 'least'],
  ['highestPay', 'most'],
  ['differencePayBetweenWomen', 'most'],
  ['membersSayWorkPaid', 'least'],
  ['workUnderPermanentContracts', 'least'],
  ['accidentsAtWork', 'most'],
  ['apprentices', 'least'],
  ['training', 'least'],
  ['peopleEmployedWorkYear', 'least'],
  ['womenElectedOffices', 'least'],
  ['membersTakePartDecisions', 'least'],
  ['workGivenNeighbourhoodFree', 'least'],
  ['pricesLoweredPeopleLittle', 'least'],
  ['designsTextsPublishedAll', 'least'],
  ['homesLetBelowMarket', 'least'],
] as const satisfies readonly (readonly [keyof typeof effects, KnownEffect['bound']])[]

/** Social and environmental effects to choose from; figures are the co-op's own. */
export const knownEffects = (): readonly KnownEffect[] =>
  BOUNDS.map(([key, bound]) => ({ ...effects[key], bound }))
