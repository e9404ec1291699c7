//! Texts within HTML, XML and SVG.

/// A text as an attribute in double quotes or as the content of an element.
///
/// ```
/// use story::text::escape;
/// assert_eq!(escape("A & \"B\" < C"), "A &amp; &quot;B&quot; &lt; C");
/// ```
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON as a block of data within a page: nothing in it can end the block. No script, so a content policy lets it stand.
///
/// ```
/// use story::text::data_block;
/// let block = data_block("type=\"application/json\"", "\"</script>\"");
/// assert_eq!(block, "<script type=\"application/json\">\"\\u003c/script>\"</script>");
/// ```
pub fn data_block(attributes: &str, json: &str) -> String {
    format!("<script {attributes}>{}</script>", json.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_text_ends_a_section_of_xml() {
        assert_eq!(escape("a ]]> b"), "a ]]&gt; b");
    }
}
