export { exportColumns, type Known, type ReadExport, readMonitoringExport } from './export-rows.ts'
export { type MeasuredWork, measuredWork } from './measured-work.ts'
export { type Track, type TrackPoint, trackFromRows } from './track.ts'
export { trackFromGeoJson } from './track-geojson.ts'
