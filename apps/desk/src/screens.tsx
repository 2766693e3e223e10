import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { MyDay } from './screens/my-day.tsx'

// Only the first screen comes with the page; each other one when it is opened.
const DayList = lazy(async () => ({ default: (await import('./screens/day-list.tsx')).DayList }))
const Programmes = lazy(async () => ({ default: (await import('./screens/programmes.tsx')).Programmes }))
const ProgrammePage = lazy(async () => ({
  default: (await import('./screens/programme-page.tsx')).ProgrammePage,
}))
const CaseList = lazy(async () => ({ default: (await import('./screens/case-list.tsx')).CaseList }))
const CasePage = lazy(async () => ({ default: (await import('./screens/case-page.tsx')).CasePage }))
const OpenCase = lazy(async () => ({ default: (await import('./screens/open-case.tsx')).OpenCase }))
const ImportRecords = lazy(async () => ({
  default: (await import('./screens/import-records.tsx')).ImportRecords,
}))
const SourceScreen = lazy(async () => ({ default: (await import('./screens/source.tsx')).SourceScreen }))
const TallyScreen = lazy(async () => ({ default: (await import('./screens/tally.tsx')).TallyScreen }))
const WhatIf = lazy(async () => ({ default: (await import('./screens/what-if.tsx')).WhatIf }))
const Indicators = lazy(async () => ({ default: (await import('./screens/indicators.tsx')).Indicators }))
const ComparisonScreen = lazy(async () => ({
  default: (await import('./screens/comparison.tsx')).ComparisonScreen,
}))
const Campaigns = lazy(async () => ({ default: (await import('./screens/campaigns.tsx')).Campaigns }))
const Scores = lazy(async () => ({ default: (await import('./screens/scores.tsx')).Scores }))
const Reports = lazy(async () => ({ default: (await import('./screens/reports.tsx')).Reports }))
const Outbox = lazy(async () => ({ default: (await import('./screens/outbox.tsx')).Outbox }))
const Lists = lazy(async () => ({ default: (await import('./screens/lists.tsx')).Lists }))
const Measures = lazy(async () => ({ default: (await import('./screens/measures.tsx')).Measures }))
const Disclosures = lazy(async () => ({ default: (await import('./screens/disclosures.tsx')).Disclosures }))
const Settings = lazy(async () => ({ default: (await import('./screens/settings.tsx')).Settings }))
const ViewPage = lazy(async () => ({ default: (await import('./screens/view-page.tsx')).ViewPage }))
const NotHere = lazy(async () => ({ default: (await import('./screens/not-here.tsx')).NotHere }))

/** Which screen an address shows. */
export function Screens() {
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
