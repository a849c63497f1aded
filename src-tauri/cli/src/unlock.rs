//! Passphrases and recovery sheets come from files: what stands on a command line is seen by everybody on the computer.

use crate::args::Args;
use crate::exit::Stop;
use shuke_core::encryption::Unlock;
use zeroize::Zeroizing;

/// What `--passphrase-file` or `--sheet-file` holds.
pub fn given(args: &Args) -> Result<Unlock, Stop> {
    if let Some(passphrase) = secret(args, "passphrase-file")? {
        return Ok(Unlock::Passphrase(passphrase));
    }
    Ok(secret(args, "sheet-file")?.map_or(Unlock::Nothing, Unlock::Sheet))
}

/// The text of a file, without the line end an editor puts there.
pub fn secret(args: &Args, option: &'static str) -> Result<Option<Zeroizing<String>>, Stop> {
    let Some(file) = args.text(option)? else { return Ok(None) };
    let text = std::fs::read_to_string(&file).map_err(|_| Stop::usage("cli-usage-file").with("file", &file))?;
    let text = Zeroizing::new(text);
    Ok(Some(Zeroizing::new(text.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']).to_owned())))
}
