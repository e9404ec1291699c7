//! `nginx.conf`: what belongs into the location that serves the site.

use crate::missing::FILE as MISSING;

use super::rules::{FOR_EVER, FOR_NOW, HASHED, HEADERS, PACKED, TEXTS, own_files};

/// The file. In nginx the headers of a location replace those around it, so the location of hashed files repeats them.
pub fn location() -> String {
    let types = TEXTS.iter().chain(&PACKED).map(|kind| format!("    {} {};\n", kind.media, kind.ending));
    let worded: Vec<&str> = TEXTS.iter().filter(|kind| kind.ending != "wasm").map(|kind| kind.media).collect();
    let headers = |indent: &str, cache: &str| -> String {
        let header = |name: &str, value: &str| format!("{indent}add_header {name} \"{value}\" always;\n");
        let all = HEADERS.iter().map(|(name, value)| header(name, value));
        // Not `always`: what is missing now may be there soon.
        all.chain([format!("{indent}add_header Cache-Control \"{cache}\";\n")]).collect()
    };
    format!(
        "# What the story needs of nginx. Within the server, for the site in /srv/story/ under any path:\n\
         #\n\
         #   location ^~ /some/path/ {{\n\
         #     alias /srv/story/;\n\
         #     include /srv/story/nginx.conf;\n\
         #     error_page 404 /some/path/{MISSING};\n\
         #   }}\n\
         #   location = /some/path {{ return 301 /some/path/; }}\n\
         \n\
         index index.html;\n\
         absolute_redirect off;\n\
         types {{\n{}}}\n\
         default_type application/octet-stream;\n\
         charset utf-8;\n\
         charset_types {};\n\
         \n\
         # The build has compressed everything already. With the module ngx_brotli add: brotli_static on;\n\
         gzip_static on;\n\
         gzip_vary on;\n\
         \n\
         {}\
         location ~ \"{HASHED}$\" {{\n{}}}\n\
         location ~ \"/({})$\" {{\n  return 404;\n}}\n",
        types.collect::<String>(),
        // nginx takes HTML for granted and warns where it is named again.
        worded[1..].join(" "),
        headers("", FOR_NOW),
        headers("  ", FOR_EVER),
        own_files(),
    )
}
