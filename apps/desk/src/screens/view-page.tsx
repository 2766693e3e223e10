import { useQuery } from '@tanstack/react-query'
import { screens } from '../addresses.ts'
import { useProgrammes } from '../api/queries.ts'
import { Crumbs } from '../parts/crumbs.tsx'
import { loadPart } from '../parts/part.ts'
import { useTitle } from '../parts/use-title.ts'
import { Waiting } from '../parts/waiting.tsx'
import { viewsOf } from '../views/views.ts'
import { NotHere } from './not-here.tsx'

/** A view that a programme brings along, loaded when it is opened. */
export function ViewPage({ programme, view: id }: { readonly programme: string; readonly view: string }) {
  const { data: programmes = [] } = useProgrammes()
  const view = viewsOf(programme).find((one) => one.id === id)
  const title = programmes.find((one) => one.id === programme)?.title ?? '制度'
  useTitle(view?.title ?? title)
  const { data: loaded } = useQuery({
    queryKey: ['view', programme, id],
    queryFn: async () => ({ Part: await loadPart(async () => view?.load()) }),
    throwOnError: true,
    enabled: view !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (view === undefined) return <NotHere />
  const Part = loaded?.Part
  return (
    <>
      <Crumbs steps={[{ href: screens.programme(programme), label: title }]} />
      <h1>{view.title}</h1>
      {Part === undefined ? <Waiting /> : <Part programme={programme} />}
    </>
  )
}
