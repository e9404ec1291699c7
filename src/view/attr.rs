//! An attribute whose name stands in the contract.

use leptos::attr::AttributeValue;
use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::prelude::IntoAttributeValue;

/// An attribute of an element: `<p {..attr(attribute::PLACE, id)}>`. It is what `view!` makes of one that is written out. A
/// name before it stands in braces (`class={class}`), or the two are read as a struct.
pub fn attr<V>(name: &'static str, value: V) -> CustomAttr<&'static str, V::Output>
where
    V: IntoAttributeValue<Output: AttributeValue>,
{
    custom_attribute(name, value.into_attribute_value())
}
