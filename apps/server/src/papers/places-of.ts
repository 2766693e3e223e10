import { countyBySlug } from '@luoshi/counties'

/** What fills the blanks above a form: province, city and county. */
export function placesOf(slug: string): { readonly 省: string; readonly 市: string; readonly 县: string } {
  const county = countyBySlug.get(slug)
  const [city = '', province = ''] = county?.within ?? []
  return { 省: province, 市: city, 县: county?.name ?? '' }
}
