//! `.htaccess` for Apache, with whatever of its modules is there.

use crate::missing::FILE as MISSING;

use super::rules::{FOR_EVER, FOR_NOW, HASHED, HEADERS, PACKED, TEXTS, own_files};

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
    let own = own_files();
    format!(
        "# Where the site is at the top of its host; below a path, with that path before the name.\n\
         ErrorDocument 404 /{MISSING}\n\
         DirectoryIndex index.html\n\
         # No list of what is in a folder, where the server would show one.\n\
         <IfModule mod_autoindex.c>\n  IndexIgnore *\n</IfModule>\n\
         <IfModule mod_mime.c>\n{types}  AddCharset utf-8{worded}\n  \
         RemoveType .br .gz\n  AddEncoding br .br\n  AddEncoding gzip .gz\n</IfModule>\n\
         # The build has compressed everything already.\n\
         <IfModule mod_rewrite.c>\n  RewriteEngine On\n  RewriteRule ^({own})$ - [R=404,L]\n{}</IfModule>\n\
         <IfModule mod_headers.c>\n{headers}  Header merge Vary Accept-Encoding\n  \
         Header set Cache-Control \"{FOR_NOW}\"\n  \
         <FilesMatch \"{HASHED}(\\.(br|gz))?$\">\n    Header set Cache-Control \"{FOR_EVER}\"\n  </FilesMatch>\n\
         </IfModule>\n",
        [("br", "br"), ("gzip", "gz")].map(form).concat(),
    )
}
