//! nginx as a newsroom would run it, with the configuration that the site brings along.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::until;

/// The module that sends Brotli, where distributions put it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A running nginx with files of its own; dropping it ends it.
pub struct Nginx {
    process: Child,
    /// Gone with it.
    _folder: TempDir,
    address: String,
    /// Whether it sends Brotli, for which it needs a module.
    pub brotli: bool,
}

impl Nginx {
    /// Serves a built site under a path such as `/a/b/`, on a free port of this computer.
    pub fn start(program: &Path, site: &Path, under: &str) -> Result<Self, String> {
        let folder = TempDir::with_prefix("story-nginx-").map_err(|error| format!("a folder for nginx: {error}"))?;
        let site = fs::canonicalize(site).map_err(|error| format!("{}: {error}", site.display()))?;
        let brotli = Path::new(BROTLI).exists();
        // Free now, and nobody else is told of it before nginx has it.
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).map_err(|e| e.to_string())?.port();
        let address = format!("127.0.0.1:{port}");
        let told = configuration(folder.path(), &site, under, &address, brotli);
        fs::write(folder.path().join("all.conf"), told)
            .map_err(|error| format!("{}: {error}", folder.path().display()))?;
        let log = folder.path().join("error.log");
        let process = Command::new(program)
            .args(["-c", "all.conf", "-e", "error.log", "-p"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let this = Self { process, _folder: folder, address: format!("{address}{under}"), brotli };
        if !until(|| TcpStream::connect(&address).is_ok()) {
            return Err(format!("nginx does not listen: {}", fs::read_to_string(log).unwrap_or_default()));
        }
        Ok(this)
    }

    /// The address of a file of the site.
    pub fn url(&self, file: &str) -> String {
        format!("http://{}{file}", self.address)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One process that this one ends, which writes nowhere but into its folder.
fn configuration(folder: &Path, site: &Path, under: &str, address: &str, brotli: bool) -> String {
    let (module, on) =
        if brotli { (format!("load_module {BROTLI};\n"), "brotli_static on;") } else { (String::new(), "") };
    let scratch: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("  {kind}_temp_path {};\n", folder.join(kind).display()))
        .concat();
    let site = site.display();
    format!(
        "{module}daemon off;\nmaster_process off;\npid {};\nevents {{}}\nhttp {{\n  access_log off;\n{scratch}  \
         server {{\n    listen {address};\n    {on}\n    location ^~ {under} {{\n      alias {site}/;\n      \
         include {site}/nginx.conf;\n    }}\n  }}\n}}\n",
        folder.join("pid").display()
    )
}
