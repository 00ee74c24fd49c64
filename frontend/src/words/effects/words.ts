// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly electricityRenewableSources: {
    readonly name: string
    readonly unit: string
  }
  readonly energyUsed: {
    readonly name: string
    readonly unit: string
  }
  readonly greenhouseGases: {
    readonly name: string
    readonly unit: string
  }
  readonly waterUsed: {
    readonly name: string
    readonly unit: string
  }
  readonly wasteNotRecycled: {
    readonly name: string
    readonly unit: string
  }
  readonly foodThrownAway: {
    readonly name: string
    readonly unit: string
  }
  readonly goodsBoughtWithinKm: {
    readonly name: string
    readonly unit: string
  }
  readonly goodsBoughtOtherCoops: {
    readonly name: string
    readonly unit: string
  }
  readonly organicOrFairtradeGoods: {
    readonly name: string
    readonly unit: string
  }
  readonly goodsRepairedOrPassed: {
    readonly name: string
    readonly unit: string
  }
  readonly wayWorkOnFoot: {
    readonly name: string
    readonly unit: string
  }
  readonly landCaredWithoutPoison: {
    readonly name: string
    readonly unit: string
  }
  readonly treesPlantedAliveTwo: {
    readonly name: string
    readonly unit: string
  }
  readonly highestPay: {
    readonly name: string
    readonly unit: string
  }
  readonly differencePayBetweenWomen: {
    readonly name: string
    readonly unit: string
  }
  readonly membersSayWorkPaid: {
    readonly name: string
    readonly unit: string
  }
  readonly workUnderPermanentContracts: {
    readonly name: string
    readonly unit: string
  }
  readonly accidentsAtWork: {
    readonly name: string
    readonly unit: string
  }
  readonly apprentices: {
    readonly name: string
    readonly unit: string
  }
  readonly training: {
    readonly name: string
    readonly unit: string
  }
  readonly peopleEmployedWorkYear: {
    readonly name: string
    readonly unit: string
  }
  readonly womenElectedOffices: {
    readonly name: string
    readonly unit: string
  }
  readonly membersTakePartDecisions: {
    readonly name: string
    readonly unit: string
  }
  readonly workGivenNeighbourhoodFree: {
    readonly name: string
    readonly unit: string
  }
  readonly pricesLoweredPeopleLittle: {
    readonly name: string
    readonly unit: string
  }
  readonly designsTextsPublishedAll: {
    readonly name: string
    readonly unit: string
  }
  readonly homesLetBelowMarket: {
    readonly name: string
    readonly unit: string
  }
}

export const effects = chapter<Words>('effects', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
