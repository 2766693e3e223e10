import type { Table, TableRow } from '@luoshi/gazette'

/** Rows of a list that name no article of a law or policy (五寨 五政办发〔2022〕31号第2297行). */
export function rowsWithoutArticle({ rows }: Pick<Table, 'rows'>): TableRow[] {
  return rows.filter(
    ({ kind, cells }) =>
      kind === 'row' && !cells.some((cell) => /第[〇零一二三四五六七八九十百\d]+条/.test(cell)),
  )
}
