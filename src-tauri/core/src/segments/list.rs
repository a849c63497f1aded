//! The saved segments.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::segment;
use crate::wire::Nothing;
use crate::wire::segments::Segments;

/// All segments. How many each finds is asked one by one, so that none waits for another.
pub fn list(shop: &mut Shop, _: Nothing) -> Result<Segments> {
    Ok(Segments { segments: segment::list(shop.db()?)? })
}
