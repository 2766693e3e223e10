import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** What is wrong with the numbers of papers and with who names which file, the first of it; null where all is well. */
export async function findNumberOrFile(db: Database, county: string): Promise<string | null> {
  return (await findGap(db, county)) ?? (await findUnlogged(db, county)) ?? (await findUnnamed(db, county))
}

/** A sequence whose numbers are not 1, 2, 3 … to the last that was given. */
async function findGap(db: Database, county: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string; year: number; last: number; count: number }>`
    select mark, year, coalesce(kept.last, 0) as last, coalesce(taken.count, 0) as count
    from (select mark, year, last from number_sequences where county = ${county}) as kept
    full join (
      select mark, year, count(*)::integer as count from document_numbers where county = ${county} group by 1, 2
    ) as taken using (mark, year)
    where kept.last is distinct from taken.count order by 1, 2 limit 1`.execute(db)
  const [gap] = rows
  if (gap === undefined) return null
  return `文号“${gap.mark}〔${gap.year}〕”编到${gap.last}号，记下的有${gap.count}个：有缺号或重号。`
}

/** A number that the log does not give to that paper, or that only the log has. */
async function findUnlogged(db: Database, county: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string; year: number; count: number; subject: string }>`
    with logged as (
      select a.subject, a.sequence, effect->>'paper' as paper, effect->'number'->>'mark' as mark,
             (effect->'number'->>'year')::integer as year, (effect->'number'->>'count')::integer as count
      from actions as a cross join lateral jsonb_array_elements(a.payload->'effects') as effect
      where a.county = ${county} and effect ? 'number'
    )
    select mark, year, count, subject
    from (select subject, sequence, paper, mark, year, count from document_numbers where county = ${county}) as kept
    full join logged using (subject, sequence, paper, mark, year, count)
    where kept is null or logged is null order by 1, 2, 3 limit 1`.execute(db)
  const [number] = rows
  if (number === undefined) return null
  const { mark, year, count, subject } = number
  return `文号“${mark}〔${year}〕${count}号”与办件“${subject}”的办理记录对不上。`
}

/** A file that a case is said to name and that its log does not. */
async function findUnnamed(db: Database, county: string): Promise<string | null> {
  const { rows } = await sql<{ subject: string; digest: string }>`
    select f.subject, f.digest from case_files as f
    where f.county = ${county} and not exists (
      select from actions as a
      where a.county = f.county and a.subject = f.subject
        and jsonb_path_exists(a.payload->'event'->'input', '$.*[*].digest ? (@ == $digest)',
                              jsonb_build_object('digest', f.digest))
    ) order by 1, 2 limit 1`.execute(db)
  const [file] = rows
  if (file === undefined) return null
  return `办件“${file.subject}”记有文件${file.digest.slice(0, 8)}…，它的办理记录里却没有。`
}
