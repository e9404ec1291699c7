//! `.htaccess` for Apache, with whatever of its modules is there.

use super::{FOR_EVER, FOR_NOW, HASHED, HEADERS, PACKED, TEXTS};

/// The file. The server must allow it: `AllowOverride FileInfo Indexes`.
pub fn htaccess() -> String {
    let types: String =
        TEXTS.iter().chain(&PACKED).map(|kind| format!("  AddType {} .{}\n", kind.media, kind.ending)).collect();
    let worded: String =
        TEXTS.iter().filter(|kind| kind.ending != "wasm").map(|kind| format!(" .{}", kind.ending)).collect();
    let headers: String =
        HEADERS.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    let form = |(encoding, ending): (&str, &str)| {
        format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} {encoding}\n  \
             RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
             RewriteRule ^(.+)$ $1.{ending} [L,E=no-gzip:1,E=no-brotli:1]\n"
        )
    };
    format!(
        "DirectoryIndex index.html\n\
         <IfModule mod_mime.c>\n{types}  AddCharset utf-8{worded}\n  \
         RemoveType .br .gz\n  AddEncoding br .br\n  AddEncoding gzip .gz\n</IfModule>\n\
         # The build has compressed everything already.\n\
         <IfModule mod_rewrite.c>\n  RewriteEngine On\n{}</IfModule>\n\
         <IfModule mod_headers.c>\n{headers}  Header merge Vary Accept-Encoding\n  \
         Header set Cache-Control \"{FOR_NOW}\"\n  \
         <FilesMatch \"{HASHED}(\\.(br|gz))?$\">\n    Header set Cache-Control \"{FOR_EVER}\"\n  </FilesMatch>\n\
         </IfModule>\n",
        [("br", "br"), ("gzip", "gz")].map(form).concat(),
    )
}
