import { useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { part } from './parts/part.ts'
import { MyDay } from './screens/my-day.tsx'
import { whenIdle } from './when-idle.ts'

// Only the first screen comes with the page. Those of the field are fetched when it stands, since the network may go at
// any time; each other one when it is opened.
const ofField = {
  OpenCase: async () => (await import('./screens/open-case.tsx')).OpenCase,
  CasePage: async () => (await import('./screens/case-page.tsx')).CasePage,
  Outbox: async () => (await import('./screens/outbox.tsx')).Outbox,
  CaseList: async () => (await import('./screens/case-list.tsx')).CaseList,
  DayList: async () => (await import('./screens/day-list.tsx')).DayList,
  Programmes: async () => (await import('./screens/programmes.tsx')).Programmes,
  ProgrammePage: async () => (await import('./screens/programme-page.tsx')).ProgrammePage,
}

const OpenCase = part(ofField.OpenCase)
const CasePage = part(ofField.CasePage)
const Outbox = part(ofField.Outbox)
const CaseList = part(ofField.CaseList)
const DayList = part(ofField.DayList)
const Programmes = part(ofField.Programmes)
const ProgrammePage = part(ofField.ProgrammePage)
const ImportRecords = part(async () => (await import('./screens/import-records.tsx')).ImportRecords)
const SourceScreen = part(async () => (await import('./screens/source.tsx')).SourceScreen)
const Places = part(async () => (await import('./screens/places.tsx')).Places)
const TallyScreen = part(async () => (await import('./screens/tally.tsx')).TallyScreen)
const WhatIf = part(async () => (await import('./screens/what-if.tsx')).WhatIf)
const Indicators = part(async () => (await import('./screens/indicators.tsx')).Indicators)
const ComparisonScreen = part(async () => (await import('./screens/comparison.tsx')).ComparisonScreen)
const Campaigns = part(async () => (await import('./screens/campaigns.tsx')).Campaigns)
const Scores = part(async () => (await import('./screens/scores.tsx')).Scores)
const Reports = part(async () => (await import('./screens/reports.tsx')).Reports)
const Lists = part(async () => (await import('./screens/lists.tsx')).Lists)
const Measures = part(async () => (await import('./screens/measures.tsx')).Measures)
const Disclosures = part(async () => (await import('./screens/disclosures.tsx')).Disclosures)
const Settings = part(async () => (await import('./screens/settings.tsx')).Settings)
const ViewPage = part(async () => (await import('./screens/view-page.tsx')).ViewPage)
const NotHere = part(async () => (await import('./screens/not-here.tsx')).NotHere)

/** Fetches the screens of the field. What does not come now is asked for when it is opened. */
function fetchFieldScreens(): void {
  for (const load of Object.values(ofField)) load().catch(() => undefined)
}

/** Which screen an address shows. */
export function Screens() {
  useEffect(() => whenIdle(fetchFieldScreens), [])
  return (
    <Switch>
      <Route path="/">
        <MyDay />
      </Route>
      <Route path="/day/:section">{(key) => <DayList key={key.section} {...key} />}</Route>
      <Route path="/programmes">
        <Programmes />
      </Route>
      <Route path="/programmes/:programme">{(key) => <ProgrammePage {...key} />}</Route>
      <Route path="/programmes/:programme/indicators">{(key) => <Indicators {...key} />}</Route>
      <Route path="/programmes/:programme/campaigns">{(key) => <Campaigns {...key} />}</Route>
      <Route path="/programmes/:programme/scores">{(key) => <Scores {...key} />}</Route>
      <Route path="/programmes/:programme/views/:view">{(key) => <ViewPage {...key} />}</Route>
      <Route path="/programmes/:programme/comparisons/:comparison">
        {(key) => <ComparisonScreen {...key} />}
      </Route>
      <Route path="/programmes/:programme/:procedure">{(key) => <CaseList {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/new">{(key) => <OpenCase {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/import">{(key) => <ImportRecords {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/sources/:source">
        {(key) => <SourceScreen key={key.source} {...key} />}
      </Route>
      <Route path="/programmes/:programme/:procedure/places">{(key) => <Places {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/tally">{(key) => <TallyScreen {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/what-if">{(key) => <WhatIf {...key} />}</Route>
      <Route path="/programmes/:programme/:procedure/cases/:id">{(key) => <CasePage {...key} />}</Route>
      <Route path="/reports">
        <Reports />
      </Route>
      <Route path="/registers">
        <Lists kind="register" />
      </Route>
      <Route path="/cases">
        <Lists kind="procedure" />
      </Route>
      <Route path="/indicators">
        <Measures />
      </Route>
      <Route path="/disclosures">
        <Disclosures />
      </Route>
      <Route path="/outbox">
        <Outbox />
      </Route>
      <Route path="/settings">
        <Settings />
      </Route>
      <Route>
        <NotHere />
      </Route>
    </Switch>
  )
}
