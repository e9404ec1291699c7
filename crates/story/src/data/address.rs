//! The address at which a story is published.

use fluent_uri::Uri;

use super::messages::{Both, both};

/// Names that no public site can have (RFC 2606, RFC 6761), as the last part of a host.
const RESERVED: [&str; 4] = ["example", "invalid", "test", "localhost"];

/// What is wanted of one that is none.
const SUCH_AS: Both =
    both!("an address such as `https://news.example/city/`" / "像 `https://news.example/city/` 这样的网址");

/// What speaks against an address, in words that follow "expected"; every other address is made from this one by
/// adding to its path.
///
/// ```
/// use story::data::address_fault;
/// assert_eq!(address_fault("https://news.example/harbour/"), None);
/// let fault = address_fault("https://news.example/harbour");
/// assert_eq!(fault.map(|expected| expected.en), Some("an address that ends in `/`"));
/// ```
pub fn address_fault(address: &str) -> Option<Both> {
    let Ok(uri) = Uri::parse(address) else { return Some(SUCH_AS) };
    let host = uri.authority().map(|authority| authority.host()).unwrap_or_default();
    if uri.scheme().as_str() != "https" || host.is_empty() {
        return Some(both!("an address that begins with `https://` and a host" / "以 `https://` 和主机名开头的网址"));
    }
    if uri.authority().is_some_and(|authority| authority.userinfo().is_some()) {
        return Some(both!(
            "an address without a user's name: every page and file says it"
                / "不带用户名的网址：每一页、每个文件都会写出它"
        ));
    }
    if uri.query().is_some() || uri.fragment().is_some() {
        return Some(both!("an address without `?` and `#`" / "不带 `?` 和 `#` 的网址"));
    }
    (!uri.path().as_str().ends_with('/')).then_some(both!("an address that ends in `/`" / "以 `/` 结尾的网址"))
}

/// Whether a host of the address is reserved, so that no reader could ever reach it.
pub fn is_reserved(address: &str) -> bool {
    let uri = Uri::parse(address).ok();
    let host = uri.and_then(|uri| Some(uri.authority()?.host().to_ascii_lowercase())).unwrap_or_default();
    host.trim_end_matches('.').rsplit('.').next().is_some_and(|last| RESERVED.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_addresses_can_be_made_only_from_that_of_a_folder() {
        for (address, holds) in [
            ("https://news.example/", true),
            ("https://news.example:8443/a/b/", true),
            ("https://xn--54q.example/%E6%B4%9B/", true),
            ("https://user:word@news.example/", false),
            ("http://news.example/", false),
            ("https:///", false),
            ("//news.example/", false),
            ("news.example/", false),
            ("https://news.example", false),
            ("https://news.example/a", false),
            ("https://news.example/?a/", false),
            ("https://news.example/#/", false),
            ("https://新闻.example/", false),
            ("https://news.example/a b/", false),
            ("", false),
        ] {
            assert_eq!(address_fault(address).is_none(), holds, "{address}");
        }
    }

    #[test]
    fn hosts_that_exist_for_nobody_are_reserved() {
        for (address, reserved) in [
            ("https://story.example/", true),
            ("https://a.b.INVALID/", true),
            ("https://localhost:8080/", true),
            ("https://news.test./", true),
            ("https://example.news/", false),
            ("https://lampford.internal/post/", false),
        ] {
            assert_eq!(is_reserved(address), reserved, "{address}");
        }
    }
}
