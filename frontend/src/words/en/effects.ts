/** An effect that co-ops often report on, as a start for one of their own. */
export interface KnownEffect {
  readonly name: string
  readonly unit: string
  readonly bound: 'least' | 'most'
}

/** Social and environmental effects to choose from; figures are the co-op's own. */
export const effects: readonly KnownEffect[] = [
  { name: 'Electricity from renewable sources', unit: '% of use', bound: 'least' },
  { name: 'Energy used', unit: 'kWh a year for each member', bound: 'most' },
  { name: 'Greenhouse gases', unit: 'kg of CO2 a year for each member', bound: 'most' },
  { name: 'Water used', unit: 'm3 a year for each member', bound: 'most' },
  { name: 'Waste that is not recycled', unit: 'kg a year for each member', bound: 'most' },
  { name: 'Food thrown away', unit: 'kg a year for each member', bound: 'most' },
  { name: 'Goods bought within 100 km', unit: '% of purchases', bound: 'least' },
  { name: 'Goods bought from other co-ops', unit: '% of purchases', bound: 'least' },
  { name: 'Organic or fair-trade goods', unit: '% of purchases', bound: 'least' },
  { name: 'Goods repaired or passed on', unit: 'pieces a year', bound: 'least' },
  { name: 'Way to work on foot, by bicycle or by train', unit: '% of ways', bound: 'least' },
  { name: 'Land cared for without poison', unit: 'hectares', bound: 'least' },
  { name: 'Trees planted and alive after two years', unit: 'trees a year', bound: 'least' },
  { name: 'Highest pay', unit: 'times the lowest pay', bound: 'most' },
  { name: 'Difference in pay between women and men', unit: '% of pay', bound: 'most' },
  {
    name: 'Members who say that their work is paid fairly',
    unit: '% of members asked',
    bound: 'least',
  },
  { name: 'Work under permanent contracts', unit: '% of hours', bound: 'least' },
  { name: 'Accidents at work', unit: 'accidents a year', bound: 'most' },
  { name: 'Apprentices', unit: 'people a year', bound: 'least' },
  { name: 'Training', unit: 'hours a year for each member', bound: 'least' },
  { name: 'People employed who had been out of work for a year', unit: 'people', bound: 'least' },
  { name: 'Women in elected offices', unit: '% of offices', bound: 'least' },
  { name: 'Members who take part in decisions', unit: '% of members', bound: 'least' },
  { name: 'Work given to the neighbourhood for free', unit: 'hours a year', bound: 'least' },
  { name: 'Prices lowered for people with little money', unit: '% of sales', bound: 'least' },
  { name: 'Designs and texts published for all', unit: 'works a year', bound: 'least' },
  { name: 'Homes let below the market rent', unit: '% of homes', bound: 'least' },
]
