//! `shuke init SHOP --name NAME --trade TRADE [--language L] [--owner NAME] [--demo] [--new-passphrase-file FILE] [--json]`

use crate::args::{self, Args};
use crate::exit::Stop;
use crate::output::Speaker;
use crate::session;
use crate::unlock;
use serde_json::json;
use shuke_core::clock::SystemClock;
use shuke_core::shop::Shop;
use shuke_core::wire::settings::{Language, Trade};
use shuke_core::wire::shop::{NewShop, ShopInfo};

pub fn run(args: Args, speaker: &mut Speaker) -> Result<(), Stop> {
    let [path] = args.exactly(["SHOP"])?;
    let trade = args.needed("trade")?;
    let trade = Trade::from_text(&trade).ok_or_else(|| Stop::usage("cli-usage-trade").with("trade", &trade))?;
    let language = match args.text("language")? {
        Some(text) => Language::from_text(&text).ok_or_else(|| Stop::usage("cli-usage-language").with("language", &text))?,
        None => Language::ZhCn,
    };
    let new = NewShop { name: args.needed("name")?, trade, language, owner: args.text("owner")?, demo: args.flag("demo") };
    speaker.set_language(language);
    let path = args::path(path);
    let mut shop = match unlock::secret(&args, "new-passphrase-file")? {
        Some(passphrase) => Shop::create_encrypted(&path, new, &passphrase, Box::new(SystemClock))?,
        None => Shop::create(&path, new, Box::new(SystemClock))?,
    };
    let info: ShopInfo = session::call(&mut shop, "shop_info", json!({}))?;
    if args.flag("json") {
        return speaker.json(&info);
    }
    speaker.line(speaker.text("cli-init-done", &[("name", &info.settings.shop_name), ("file", &info.file_name)]))
}
