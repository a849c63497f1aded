//! Who works in the shop.

use super::{choice, wire};
use crate::ids::StaffId;

choice! {
    /// What somebody may do.
    Role {
        /// Everything.
        Owner = "owner",
        /// Serving and recording.
        Clerk = "clerk",
    }
}

wire! {
    /// A clerk (导购) or the owner.
    pub struct Staff {
        /// Id.
        pub id: StaffId,
        /// Name, unique.
        pub name: String,
        /// Role.
        pub role: Role,
        /// Whether still working here.
        pub is_active: bool,
    }

    /// Adds somebody (no id) or changes somebody.
    pub struct SaveStaff {
        /// Whom to change; empty to add.
        pub id: Option<StaffId>,
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// Whether still working here.
        pub is_active: bool,
    }

    /// Says who is at the counter from now on.
    pub struct SetActor {
        /// Who; empty for nobody in particular.
        pub staff: Option<StaffId>,
    }
}
