declare module '@turf/jsts' {
  /** A geometry of JSTS; only its own functions look into it. */
  interface Geometry {
    readonly envelope?: unknown
  }

  type Position = readonly [number, number]

  type GeoJson =
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

  const jsts: {
    readonly GeoJSONReader: new () => { read(geometry: GeoJson): Geometry }
    readonly GeoJSONWriter: new () => { write(geometry: Geometry): GeoJson }
    readonly BufferOp: {
      /**
       * Everything within a distance of a geometry.
       *
       * @param quadrantSegments 0 cuts outer corners straight
       * @param endCap 2 ends lines flat, where they end
       */
      bufferOp(geometry: Geometry, distance: number, quadrantSegments?: number, endCap?: 1 | 2 | 3): Geometry
    }
  }

  export = jsts
}
