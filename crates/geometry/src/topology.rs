//! TopoJSON as the map uses it: quantised, delta-encoded, shared arcs.
//!
//! A subset of the [TopoJSON format specification](https://github.com/topojson/topojson-specification).

/// How integers become degrees.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "data", serde(deny_unknown_fields))]
pub struct Transform {
    /// Degrees per step, east and north.
    pub scale: [f64; 2],
    /// The origin in degrees, longitude and latitude.
    pub translate: [f64; 2],
}

/// A topology file.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "data", serde(deny_unknown_fields))]
pub struct Topology {
    /// Always `Topology`.
    #[cfg_attr(feature = "data", serde(rename = "type"))]
    pub kind: String,
    /// West, south, east, north in degrees.
    pub bbox: Option<[f64; 4]>,
    /// The quantisation.
    pub transform: Transform,
    /// The layers by name: `regions`, and where there are any `surroundings`, `neighbour-borders`, `rivers`,
    /// `water`.
    pub objects: std::collections::BTreeMap<String, GeometryCollection>,
    /// Lines of integer positions, each after the first relative to the one before.
    pub arcs: Vec<Vec<[i64; 2]>>,
}

/// One layer.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "data", serde(deny_unknown_fields))]
pub struct GeometryCollection {
    /// Always `GeometryCollection`.
    #[cfg_attr(feature = "data", serde(rename = "type"))]
    pub kind: String,
    /// Its members.
    pub geometries: Vec<Geometry>,
}

/// One member of a layer; an arc index below zero means that arc backwards (`!index`).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "data", serde(tag = "type", deny_unknown_fields))]
#[allow(missing_docs)] // the fields are named by the format
pub enum Geometry {
    /// A line.
    LineString { id: String, arcs: Vec<i32> },
    /// Lines.
    MultiLineString { id: String, arcs: Vec<Vec<i32>> },
    /// Rings, the outer one first.
    Polygon { id: String, arcs: Vec<Vec<i32>> },
    /// Polygons.
    MultiPolygon { id: String, arcs: Vec<Vec<Vec<i32>>> },
}

impl Geometry {
    /// The id of the member.
    pub fn id(&self) -> &str {
        match self {
            Self::LineString { id, .. }
            | Self::MultiLineString { id, .. }
            | Self::Polygon { id, .. }
            | Self::MultiPolygon { id, .. } => id,
        }
    }

    /// All its lines or rings as lists of arcs.
    pub fn lines(&self) -> Vec<&[i32]> {
        match self {
            Self::LineString { arcs, .. } => vec![arcs],
            Self::MultiLineString { arcs, .. } | Self::Polygon { arcs, .. } => {
                arcs.iter().map(Vec::as_slice).collect()
            }
            Self::MultiPolygon { arcs, .. } => arcs.iter().flatten().map(Vec::as_slice).collect(),
        }
    }

    /// Whether it encloses an area.
    pub fn is_area(&self) -> bool {
        matches!(self, Self::Polygon { .. } | Self::MultiPolygon { .. })
    }
}
